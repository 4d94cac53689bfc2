import type { EventDimension } from '#contract/dimensions.ts'
import type { Tally } from '#contract/stats.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { Places } from '../common/standing.ts'
import type { Cell } from './claim-cells.queries.ts'
import type { Counted } from './counted.ts'
import { type NamedCell, distinctIn, gatherNamed, namedTally } from './named-cells-in-memory.ts'
import { peopleIn, releasesIn } from './named-in-memory.ts'
import { type Place, together } from './places.ts'

/*
 * The numbers of named people that cells.ts asks for, over the columns of an edition.
 */

/** Each person of a cell once. */
export const namedTallies = (columns: EventColumns): ((cell: NamedCell) => Tally) => {
  const distinct = distinctIn(columns)
  return ({ events, people }) => {
    distinct.forget()
    return namedTally(events, people.length, distinct.add(people))
  }
}

export const namedCellsIn = (columns: EventColumns, query: Counted, by: readonly EventDimension[], events: Places): Cell[] => {
  const tallyOf = namedTallies(columns)
  return gatherNamed(columns, query, by, events).map((cell) => ({ keys: cell.keys, ...tallyOf(cell) }))
}

/** Each event and each person once. */
export const namedTallyIn = (columns: EventColumns, query: Counted, events: Places): Tally =>
  namedTally(events.length, releasesIn(columns, query, events), peopleIn(columns, query, events))

/** As `placesOfPeople`: who is in two events of one place is one person there. */
export const namedPlacesIn = (columns: EventColumns, query: Counted, events: Places): Place[] => {
  const distinct = distinctIn(columns)
  return together(gatherNamed(columns, query, ['destination', 'country'], events), (own) => {
    distinct.forget()
    const people = own.reduce((sum, cell) => sum + distinct.add(cell.people), 0)
    const [inEvents, releases] = [own.reduce((sum, cell) => sum + cell.events, 0), own.reduce((sum, cell) => sum + cell.people.length, 0)]
    return namedTally(inEvents, releases, people)
  })
}

import { countsPeople } from '#contract/counting-rules.ts'
import type { EventDimension } from '#contract/dimensions.ts'
import type { Tally } from '#contract/stats.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { eventsIn, undatedIn } from '../release-events/events-in-memory.ts'
import { type Cell, findClaimCells, findClaimTally } from './claim-cells.queries.ts'
import { type Counted, ruleOf } from './counted.ts'
import { findKeys } from './keys.queries.ts'
import { columnsForNamed } from './named-cells-in-memory.ts'
import { namedCellsIn, namedPlacesIn, namedTallyIn } from './named-numbers-in-memory.ts'
import { cellOf, gather, tallyOf } from './people-cells.ts'
import { type Which, findPeopleFacts } from './people-facts.queries.ts'
import { type Place, placesOfClaims, placesOfPeople } from './places.ts'

/*
 * The one place where a filter and a rule become numbers: charts and overview ask here.
 */

export type Numbers = {
  /** By one or two dimensions. */
  readonly cells: (by: readonly EventDimension[]) => Promise<Cell[]>
  /** All matching events together, each counted once. */
  readonly tally: () => Promise<Tally>
  /** Destinations, with those who stayed in the releasing country apart. */
  readonly places: () => Promise<Place[]>
}

const ofClaims = (file: RecordFile, query: Counted): Numbers => ({
  cells: (by) => findClaimCells(file, query, by),
  tally: () => findClaimTally(file, query, 'matching'),
  places: async () => placesOfClaims(await findClaimCells(file, query, ['destination', 'country'])),
})

const ofNamed = (columns: EventColumns, query: Counted): Numbers => {
  const events = eventsIn(columns, query)
  return {
    cells: async (by) => namedCellsIn(columns, query, by, events),
    tally: async () => namedTallyIn(columns, query, events),
    places: async () => namedPlacesIn(columns, query, events),
  }
}

const ofFacts = (file: RecordFile, query: Counted): Numbers => {
  const found = findPeopleFacts(file, query)
  const gathered = async (by: readonly EventDimension[]) => {
    const people = await found
    return gather(people, await Promise.all(by.map((dimension) => findKeys(file, query, dimension, people))))
  }
  return {
    cells: async (by) => (await gathered(by)).map(cellOf),
    tally: async () => {
      const { events, facts } = await found
      return tallyOf(events.length, facts)
    },
    places: async () => placesOfPeople(await gathered(['destination', 'country'])),
  }
}

const ofPeople = (file: RecordFile, query: Counted): Numbers => {
  const road = columnsForNamed(file, query).then((columns) => (columns ? ofNamed(columns, query) : ofFacts(file, query)))
  return {
    cells: async (by) => (await road).cells(by),
    tally: async () => (await road).tally(),
    places: async () => (await road).places(),
  }
}

/** The numbers under a filter as its rule counts them; people are looked up once, however much is asked. */
export const numbersUnder = (file: RecordFile, query: Counted): Numbers =>
  countsPeople(ruleOf(query)) ? ofPeople(file, query) : ofClaims(file, query)

/** What all matching events add up to. With `undated`, those with no date that match all else. */
export const findTally = async (file: RecordFile, query: Counted, which: Which = 'matching'): Promise<Tally> => {
  if (!countsPeople(ruleOf(query))) return findClaimTally(file, query, which)
  const columns = await columnsForNamed(file, query)
  if (columns) return namedTallyIn(columns, query, which === 'matching' ? eventsIn(columns, query) : undatedIn(columns, query))
  const { events, facts } = await findPeopleFacts(file, query, which)
  return tallyOf(events.length, facts)
}

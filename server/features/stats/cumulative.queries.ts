import { addCounts } from '#contract/charts/add-counts.ts'
import { countsPeople } from '#contract/counting-rules.ts'
import type { TimeUnit } from '#contract/dimensions.ts'
import type { Cumulative } from '#contract/stats-series.ts'
import type { Tally } from '#contract/stats.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { eventsIn } from '../release-events/events-in-memory.ts'
import { findClaimCells, findClaimTally } from './claim-cells.queries.ts'
import { type Counted, nothing, ruleOf } from './counted.ts'
import { findKeys } from './keys.queries.ts'
import { columnsForNamed, distinctIn, gatherNamed, namedTally } from './named-cells-in-memory.ts'
import { namedTallies, namedTallyIn } from './named-numbers-in-memory.ts'
import { gather, tallyOf } from './people-cells.ts'
import { findPeopleFacts } from './people-facts.queries.ts'
import { aboutRule, findUndated } from './stats.queries.ts'

type Query = Counted & { readonly by: TimeUnit }

const addUp = (a: Tally, b: Tally): Tally => ({
  events: a.events + b.events,
  reported: addCounts([a.reported, b.reported]),
  people: null,
})

type Line = Pick<Cumulative, 'points' | 'notDated' | 'total'>

const dated = <One extends { readonly keys: readonly (string | null)[] }>(cells: readonly One[]) =>
  cells.flatMap((cell) => (typeof cell.keys[0] === 'string' ? [{ ...cell, key: cell.keys[0] }] : []))

const ofClaims = async (file: RecordFile, query: Query): Promise<Line> => {
  const cells = await findClaimCells(file, query, [query.by])
  let sum = nothing
  const points = dated(cells).map(({ key, events, reported }) => {
    sum = addUp(sum, { events, reported, people: null })
    return { key, ...sum }
  })
  const rest = cells.find(({ keys }) => keys[0] === null)
  return {
    points,
    notDated: rest ? addUp(nothing, rest) : nothing,
    total: await findClaimTally(file, query, 'matching'),
  }
}

/** Each person from their first release on, in memory. */
const ofNamed = (columns: EventColumns, query: Query): Line => {
  const events = eventsIn(columns, query)
  const cells = gatherNamed(columns, query, [query.by], events)
  const [own, soFar] = [namedTallies(columns), distinctIn(columns)]
  let sum = nothing
  let people = 0
  const points = dated(cells).map((cell) => {
    sum = addUp(sum, own(cell))
    people += soFar.add(cell.people)
    return { key: cell.key, ...sum, people: { lowest: people, highest: people } }
  })
  const rest = cells.find(({ keys }) => keys[0] === null)
  return { points, notDated: rest ? own(rest) : namedTally(0, 0, 0), total: namedTallyIn(columns, query, events) }
}

const ofPeople = async (file: RecordFile, query: Query): Promise<Line> => {
  const columns = await columnsForNamed(file, query)
  if (columns) return ofNamed(columns, query)
  const people = await findPeopleFacts(file, query)
  const cells = gather(people, [await findKeys(file, query, query.by, people)])
  const soFar = { surely: new Set<number>(), maybe: new Set<number>() }
  let sum = nothing
  const points = dated(cells).map(({ key, events, facts }) => {
    for (const { person, surely } of facts) {
      soFar.maybe.add(person)
      if (surely) soFar.surely.add(person)
    }
    sum = addUp(sum, tallyOf(events.size, facts))
    return { key, ...sum, people: { lowest: soFar.surely.size, highest: soFar.maybe.size } }
  })
  const rest = cells.find(({ keys }) => keys[0] === null)
  return {
    points,
    notDated: tallyOf(rest?.events.size ?? 0, rest?.facts ?? []),
    total: tallyOf(people.events.length, people.facts),
  }
}

/** The numbers under a filter added up over time; under a rule of people, each person from their first release on. */
export const findCumulative = async (file: RecordFile, query: Query): Promise<Cumulative> => {
  const lineOf = countsPeople(ruleOf(query)) ? ofPeople : ofClaims
  const [line, undated] = await Promise.all([lineOf(file, query), findUndated(file, query)])
  return { by: query.by, ...aboutRule(query), ...line, undated }
}

import { addCounts, noCount } from '#contract/charts/add-counts.ts'
import { countsPeople } from '#contract/counting-rules.ts'
import type { TimeUnit } from '#contract/dimensions.ts'
import type { Cumulative } from '#contract/stats-series.ts'
import type { Tally } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { findClaimCells, findClaimTally } from './claim-cells.queries.ts'
import { type Counted, ruleOf } from './counted.ts'
import { findKeys } from './keys.queries.ts'
import { gather, tallyOf } from './people-cells.ts'
import { findPeopleFacts } from './people-facts.queries.ts'
import { aboutRule, findUndated } from './stats.queries.ts'

type Query = Counted & { readonly by: TimeUnit }
type Point = Tally & { readonly key: string | null }

const addUp = (a: Tally, b: Tally): Tally => ({
  events: a.events + b.events,
  reported: addCounts([a.reported, b.reported]),
  people: null,
})

/** Each unit's own numbers, "in no unit" among them, what all units up to it hold, and the total. */
const findPoints = async (file: RecordFile, query: Query): Promise<{ own: Point[]; sums: Cumulative['points']; total: Tally }> => {
  if (!countsPeople(ruleOf(query))) {
    const own = (await findClaimCells(file, query, [query.by])).map(({ keys, ...tally }) => ({ key: keys[0] ?? null, ...tally }))
    let sum: Tally = { events: 0, reported: noCount, people: null }
    const sums = own.flatMap(({ key, ...tally }) => {
      if (key === null) return []
      sum = addUp(sum, tally)
      return [{ key, ...sum }]
    })
    return { own, sums, total: await findClaimTally(file, query, 'matching') }
  }
  const people = await findPeopleFacts(file, query)
  const cells = gather(people, [await findKeys(file, query, query.by, people)])
  const soFar = { surely: new Set<number>(), maybe: new Set<number>() }
  let sum: Tally = { events: 0, reported: noCount, people: null }
  const sums = cells.flatMap((cell) => {
    const key = cell.keys[0] ?? null
    if (key === null) return []
    for (const { person, surely } of cell.facts) {
      soFar.maybe.add(person)
      if (surely) soFar.surely.add(person)
    }
    sum = addUp(sum, tallyOf(cell.events.size, cell.facts))
    return [{ key, ...sum, people: { lowest: soFar.surely.size, highest: soFar.maybe.size } }]
  })
  return {
    own: cells.map((cell) => ({ key: cell.keys[0] ?? null, ...tallyOf(cell.events.size, cell.facts) })),
    sums,
    total: tallyOf(people.events.length, people.facts),
  }
}

/** The numbers under a filter added up over time; under a rule of people, each person from their first release on. */
export const findCumulative = async (file: RecordFile, query: Query): Promise<Cumulative> => {
  const [{ own, sums, total }, undated] = await Promise.all([findPoints(file, query), findUndated(file, query)])
  const { key: _, ...notDated } = own.find(({ key }) => key === null) ?? {
    key: null,
    events: 0,
    reported: noCount,
    people: countsPeople(ruleOf(query)) ? { lowest: 0, highest: 0 } : null,
  }
  return {
    by: query.by,
    ...aboutRule(query),
    points: sums,
    notDated,
    total,
    undated,
  }
}

import type { QueryOf } from '#contract/endpoint.ts'
import { addingUp, countingRules } from '#contract/counting-rules.ts'
import { dimensionLabel, dimensionTitles } from '#contract/dimensions.ts'
import { type PeopleStats, detentionBuckets, type getPeopleStats, mostPeopleCells } from '#contract/stats-people.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { hasRange } from '../common/dates.ts'
import { type DaysOf, findDaysDetained } from './days-detained.queries.ts'
import { findKeys } from './keys.queries.ts'
import { gather, tallyOf } from './people-cells.ts'
import { type Fact, type PeopleFacts, findPeopleFacts } from './people-facts.queries.ts'

type Query = QueryOf<typeof getPeopleStats>
type Count = PeopleStats['total']
type Cell = PeopleStats['cells'][number] & { readonly facts: readonly Fact[] }

const countOf = (facts: readonly Fact[]): Count => {
  const { reported, people } = tallyOf(0, facts)
  return { releases: { lowest: reported.lowest, highest: reported.highest }, people: people ?? { lowest: 0, highest: 0 } }
}

const notStated = 'not_stated'

/** By a dimension of people, the most frequent first and "not stated" last. */
const byDimension = async (file: RecordFile, query: Query, people: PeopleFacts): Promise<Cell[]> => {
  const { by } = query
  if (by === 'time_detained') return []
  return gather(people, [await findKeys(file, query, by, people)])
    .map(({ keys, facts }) => {
      const key = keys[0] ?? notStated
      return { key, label: dimensionLabel(by, key), ...countOf(facts), facts }
    })
    .toSorted(
      (a, b) =>
        Number(a.key === notStated) - Number(b.key === notStated) ||
        b.facts.length - a.facts.length ||
        (a.key < b.key ? -1 : 1),
    )
}

/** A release whose shortest and longest time lie in different buckets may belong to each between them. */
const byTime = (facts: readonly Fact[], daysOf: DaysOf): Cell[] => {
  const place = (days: number) => detentionBuckets.findLastIndex(({ from }) => days >= from)
  const buckets = detentionBuckets.map(({ key, label }, index) => {
    const own = facts.flatMap((fact) => {
      const days = daysOf(fact)
      if (!days) return []
      const [first, last] = [place(days.lowest), place(days.highest)]
      if (index < first || index > last) return []
      return [{ ...fact, surely: fact.surely && first === last }]
    })
    return { key, label, ...countOf(own), facts: own }
  })
  const unknown = facts.filter((fact) => daysOf(fact) === null)
  return [...buckets, { key: notStated, label: 'Not stated', ...countOf(unknown), facts: unknown }]
}

export const findPeopleStats = async (file: RecordFile, query: Query): Promise<PeopleStats> => {
  const { by, rule } = query
  const [people, undated] = await Promise.all([
    findPeopleFacts(file, query),
    hasRange(query) ? findPeopleFacts(file, query, 'undated') : { facts: [] },
  ])
  const all =
    by === 'time_detained' ? byTime(people.facts, await findDaysDetained(file, people)) : await byDimension(file, query, people)
  const beyond = all.slice(mostPeopleCells)
  const counted = rule === 'as_reported' ? 'named' : rule
  return {
    by,
    title: by === 'time_detained' ? 'Time in detention before the release' : dimensionTitles[by],
    rule,
    ruleVersion: countingRules[rule].version,
    unit: 'named people, and their releases',
    note: addingUp(counted === 'taken_abroad' ? 'named' : counted),
    of: 'Named people of the release events under the filter',
    multiple: by === 'article' || by === 'nationality' || by === 'time_detained',
    cells: all.slice(0, mostPeopleCells).map(({ key, label, releases, people: own }) => ({ key, label, releases, people: own })),
    rest: { values: beyond.length, ...countOf([...new Set(beyond.flatMap(({ facts }) => facts))]) },
    total: countOf(people.facts),
    undated: countOf(undated.facts),
  }
}

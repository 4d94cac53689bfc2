import { addingUp, countingRules } from '#contract/counting-rules.ts'
import { notDated } from '#contract/dimensions.ts'
import type { ReleaseStats, StatCell } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { hasRange } from '../common/dates.ts'
import { findTally, numbersUnder } from './cells.ts'
import type { Cell } from './claim-cells.queries.ts'
import { type Counted, nothing, ruleOf } from './counted.ts'

export type StatsQuery = Counted & {
  readonly by: ReleaseStats['by']
  readonly split?: ReleaseStats['split'] | undefined
}

/** What an answer says of the rule its numbers are counted by. */
export const aboutRule = (query: Counted) => {
  const rule = ruleOf(query)
  return { rule, ruleVersion: countingRules[rule].version, unit: countingRules[rule].unit, note: addingUp(rule) }
}

/** Under a date filter: those without any date, whom it leaves out. */
export const findUndated = (file: RecordFile, query: Counted) =>
  hasRange(query) ? findTally(file, query, 'undated') : Promise.resolve(nothing)

/** Sent as it is: field by field what the contract lists, in its order. */
export const findReleaseStats = async (file: RecordFile, query: StatsQuery): Promise<ReleaseStats> => {
  const split = query.split ?? null
  const numbers = numbersUnder(file, query)
  const [rows, total, undated] = await Promise.all([
    numbers.cells(split === null ? [query.by] : [query.by, split]),
    numbers.tally(),
    findUndated(file, query),
  ])
  const cellOf = ({ keys, events, reported, people }: Cell): StatCell => ({ events, reported, people, key: keys[0] ?? notDated, split: keys[1] ?? null })
  return {
    by: query.by,
    split,
    ...aboutRule(query),
    cells: rows.filter(({ keys }) => keys[0] !== null).map(cellOf),
    notDated: rows.filter(({ keys }) => keys[0] === null).map(cellOf),
    total,
    undated,
  }
}

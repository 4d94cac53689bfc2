import type { Flows } from '#contract/stats-series.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { numbersUnder } from './cells.ts'
import type { Counted } from './counted.ts'
import { aboutRule, findUndated } from './stats.queries.ts'

/** Releasing country and destination, the largest flow first. */
export const findFlows = async (file: RecordFile, query: Counted): Promise<Flows> => {
  const numbers = numbersUnder(file, query)
  const [cells, total, undated] = await Promise.all([
    numbers.cells(['country', 'destination']),
    numbers.tally(),
    findUndated(file, query),
  ])
  const flows = cells.map(({ keys, ...tally }) => {
    const [from, to] = [keys[0] ?? 'not_stated', keys[1] ?? 'not_stated']
    return { from, to, stayed: from === to, ...tally }
  })
  return { ...aboutRule(query), flows: flows.toSorted((a, b) => b.reported.best - a.reported.best), total, undated }
}

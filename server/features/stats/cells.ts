import { countsPeople } from '#contract/counting-rules.ts'
import type { EventDimension } from '#contract/dimensions.ts'
import type { Tally } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Cell, findClaimCells, findClaimTally } from './claim-cells.queries.ts'
import { type Counted, ruleOf } from './counted.ts'
import { findKeys } from './keys.queries.ts'
import { cellOf, gather, tallyOf } from './people-cells.ts'
import { type Which, findPeopleFacts } from './people-facts.queries.ts'

/*
 * The one place where a filter and a rule become numbers: charts, overview and pivot ask here.
 */

/** The numbers under a filter by one or two dimensions, as its rule counts them. */
export const findCells = async (
  file: RecordFile,
  query: Counted,
  by: readonly EventDimension[],
): Promise<Cell[]> => {
  if (!countsPeople(ruleOf(query))) return findClaimCells(file, query, by)
  const people = await findPeopleFacts(file, query)
  const keys = await Promise.all(by.map((dimension) => findKeys(file, query, dimension, people)))
  return gather(people, keys).map(cellOf)
}

/** What all matching events add up to, each counted once. With `undated`, those with no date that match all else. */
export const findTally = async (file: RecordFile, query: Counted, which: Which = 'matching'): Promise<Tally> => {
  if (!countsPeople(ruleOf(query))) return findClaimTally(file, query, which)
  const { events, facts } = await findPeopleFacts(file, query, which)
  return tallyOf(events.length, facts)
}

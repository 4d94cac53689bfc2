import { mostIds } from '#contract/common.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import { type Limit, type Limits, limitTitles } from '#contract/stats-limits.ts'
import { type EventColumns, claimFlags } from '../../db/event-columns.ts'
import { hasRange } from '../common/dates.ts'
import { codesOf } from '../common/standing.ts'
import { eventsIn, isUndated, undatedIn } from '../release-events/events-in-memory.ts'
import { unitsIn } from '../release-events/units-in-memory.ts'
import { hasClaimIn } from './claims-in-memory.ts'
import { isNamedIn } from './named-in-memory.ts'

type Condition = (event: number) => boolean

const not =
  (condition: Condition): Condition =>
  (event) =>
    !condition(event)

const isUnplaced = ({ multiple: { destination } }: EventColumns): Condition => {
  const isNotStated = codesOf(destination, (word) => word === 'not_stated')
  const { codes, starts } = destination
  return (event) => codes.subarray(starts[event], starts[event + 1]).some((code) => isNotStated[code] === 1)
}

/** As `conditions` of limits.queries.ts. */
const conditionsIn = (columns: EventColumns, filter: ReleaseEventFilter): Readonly<Record<Limit, Condition>> => {
  const { date } = columns
  const month = unitsIn(date, 'month')
  return {
    undated: (event) => isUndated(date, event),
    not_dated_to_the_month: (event) => !isUndated(date, event) && month.codes[event] === 0,
    without_number: not(hasClaimIn(columns, filter)),
    unplaced: isUnplaced(columns),
    nobody_named: not(isNamedIn(columns, filter)),
    disputed: hasClaimIn(columns, filter, ({ lowest, best, highest }, at) => lowest[at] !== best[at] || highest[at] !== best[at]),
    open: hasClaimIn(columns, filter, ({ flags }, at) => ((flags[at] ?? 0) & (claimFlags.openLow | claimFlags.openHigh)) !== 0),
  }
}

/** As `findLimits`. */
export const limitsIn = (columns: EventColumns, filter: ReleaseEventFilter): Limits => {
  const conditions = conditionsIn(columns, filter)
  const limits = (Object.keys(limitTitles) as Limit[]).map((kind) => {
    const among = kind === 'undated' && hasRange(filter) ? undatedIn(columns, filter) : eventsIn(columns, filter)
    const found = among.filter(conditions[kind])
    const ids = Array.from(found.subarray(0, mostIds), (event) => columns.ids[event] ?? 0)
    return { kind, title: limitTitles[kind], events: found.length, ids }
  })
  return { limits }
}

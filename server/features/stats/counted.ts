import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CountingRule } from '#contract/counting-rules.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { Tally } from '#contract/stats.ts'
import { countedCells, scopeOf } from '../release-events/release-events.filter.ts'

/** A filter of release events, and the rule its numbers count by; without one, as reported. */
export type Counted = ReleaseEventFilter & { readonly rule?: CountingRule | undefined }

export const ruleOf = ({ rule }: Counted): CountingRule => rule ?? 'as_reported'

export const nothing: Tally = {
  events: 0,
  reported: { lowest: 0, best: 0, highest: 0, openLow: false, openHigh: false },
  people: null,
}

/** Holds where `place` is a destination outside the country of `release_event`. */
export const isAbroad = (place: RawBuilder<string>): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${place} <> 'not_stated' AND ${place} <> release_event.country)`

/** Which rows of release_number, called `n`, a rule that counts claims adds up for an event. */
export const countedClaims = (query: Counted): RawBuilder<SqlBool> => {
  if (ruleOf(query) !== 'taken_abroad') return countedCells(query)
  const chosen = query.destination ? sql`AND n.cell IN (${sql.join(query.destination)})` : sql``
  return sql<SqlBool>`n.source_id = ${scopeOf(query)} AND n.dimension = 'destination' AND ${isAbroad(sql<string>`n.cell`)} ${chosen}`
}

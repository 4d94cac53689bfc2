import type { findCandidates } from '#contract/duplicates.ts'
import type { QueryOf } from '#contract/endpoint.ts'

/** Whether a chosen code says a sex that people can be told apart by. */
export const isSex = (code: string): code is Exclude<NonNullable<QueryOf<typeof findCandidates>['sex']>, 'not_stated'> =>
  code === 'f' || code === 'm' || code === 'x'

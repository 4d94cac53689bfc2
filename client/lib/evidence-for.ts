import type { Evidence } from '#contract/common.ts'

/** The evidence of one value of one record; without fields, of anything in that record. */
export const evidenceFor = (
  evidence: readonly Evidence[],
  record: string,
  id: number,
  ...fields: readonly string[]
): Evidence[] =>
  evidence.filter(
    ({ on }) => on.record === record && on.id === id && (fields.length === 0 || fields.includes(on.field)),
  )

/** True when two sources that are no copies of one another assert different values. */
export const sourcesDiffer = (evidence: readonly Evidence[]): boolean =>
  new Set(evidence.flatMap(({ asserts }) => (asserts === null ? [] : [asserts.trim()]))).size > 1

export const sourceName = (source: Evidence['source']): string =>
  source.publisher !== null && source.title !== null
    ? `${source.publisher}: ${source.title}`
    : (source.title ?? source.publisher ?? source.ref)

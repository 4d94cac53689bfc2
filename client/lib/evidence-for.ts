import type { Evidence } from '#contract/common.ts'
import { saysOtherwise } from '#contract/says-otherwise.ts'

/** A field's name whatever its writing: `release_event_id` and `releaseEventId` are one. */
const plain = (field: string): string => field.replaceAll('_', '').toLowerCase()

/** The evidence of one value of one record; without fields, of anything in that record. */
export const evidenceFor = (
  evidence: readonly Evidence[],
  record: string,
  id: number,
  ...fields: readonly string[]
): Evidence[] => {
  const wanted = fields.map(plain)
  return evidence.filter(
    ({ on }) => on.record === record && on.id === id && (wanted.length === 0 || wanted.includes(plain(on.field))),
  )
}

export type EvidenceGroup = {
  readonly field: string
  readonly record: string
  /** What its sources assert; null where they support the value without giving one of their own. */
  readonly value: string | null
  readonly items: readonly Evidence[]
}

/** Evidence by field and by the value asserted, the value with most sources first. */
export const groupEvidence = (evidence: readonly Evidence[]): EvidenceGroup[] => {
  const groups = Map.groupBy(evidence, ({ on, asserts }) => JSON.stringify([plain(on.field), asserts?.trim() ?? null]))
  return [...groups.values()]
    .flatMap((items) => {
      const first = items[0]
      return first === undefined ? [] : [{ field: first.on.field, record: first.on.record, value: first.asserts?.trim() ?? null, items }]
    })
    .toSorted((a, b) => plain(a.field).localeCompare(plain(b.field)) || b.items.length - a.items.length)
}

/** True when sources assert different values for one field. */
export const sourcesDiffer = (evidence: readonly Evidence[]): boolean => {
  const stated = groupEvidence(evidence).filter(({ value }) => value !== null)
  return new Set(stated.map(({ field }) => plain(field))).size < stated.length
}

/** The values that the record itself shows, by the field's name as evidence has it. */
export type ShownValues = Readonly<Record<string, string | null>>

/** Fields for which a source asserts another value than the one shown; one source is enough. */
export const fieldsSaidOtherwise = (evidence: readonly Evidence[], shown: ShownValues): string[] =>
  Object.entries(shown).flatMap(([field, value]) =>
    evidence.some(({ on, asserts }) => plain(on.field) === plain(field) && saysOtherwise(asserts, value)) ? [field] : [],
  )

/** Sources that each add a word of their own: a source and its copies are one. */
export const independentSources = (evidence: readonly Evidence[]): number => {
  const copied = new Map(evidence.map(({ source }) => [source.id, source.copyOf]))
  // A copy may have been copied in its turn; each step uses up one of the sources, so that it ends.
  const originOf = (id: number): number => [...copied].reduce((at) => copied.get(at) ?? at, id)
  return new Set([...copied.keys()].map(originOf)).size
}

/** Among these sources, each that is a copy, with what it copies. */
export const copiesAmong = (evidence: readonly Evidence[]): { copy: Evidence['source']; of: number }[] =>
  [...new Map(evidence.map(({ source }) => [source.id, source])).values()].flatMap((source) =>
    source.copyOf === null ? [] : [{ copy: source, of: source.copyOf }],
  )

/** Values asserted for a field beside the one that is shown. */
export const otherValues = (evidence: readonly Evidence[], shown: string | null): string[] => [
  ...new Set(evidence.flatMap(({ asserts }) => (asserts === null || asserts.trim() === shown ? [] : [asserts.trim()]))),
]

export const sourceName = (source: Evidence['source']): string =>
  source.publisher !== null && source.title !== null
    ? `${source.publisher}: ${source.title}`
    : (source.title ?? source.publisher ?? source.ref)

import { type EvidenceDraft, newEvidence, newUid } from '#client/components/entry/entry-draft.ts'
import { readEvidence } from '#client/components/entry/read-evidence.ts'
import { type KnownSources, sourceDrafts } from '#client/components/entry/source-draft.ts'
import type { DifferentFrom } from '#contract/different-from.ts'
import { countryName } from '#contract/countries.ts'
import type { FieldShape, RowShape } from '#contract/record-shape.ts'
import type { EvidenceWrite, SourceWrite } from '#contract/source-write.ts'
import { type Lists, type RecordDraft, type RowDraft, type Typed, emptyRecord } from './record-draft.ts'
import { statedValues } from './typed-values.ts'

/** A write body as any shape says it. */
export type RecordBody = Readonly<Record<string, unknown>>
export type BodyRow = RecordBody & { readonly id: number | null; readonly evidence: readonly EvidenceWrite[] }

/** The rows of one list of a body or of one of its rows. */
export const rowsIn = (holder: RecordBody, { name }: Pick<RowShape, 'name'>): readonly BodyRow[] => (holder[name] ?? []) as readonly BodyRow[]

export const sourcesIn = (body: RecordBody): readonly SourceWrite[] => (body['sources'] ?? []) as readonly SourceWrite[]

export const evidenceIn = (body: RecordBody, field: string): readonly EvidenceWrite[] =>
  ((body['evidence'] ?? {}) as Readonly<Record<string, readonly EvidenceWrite[]>>)[field] ?? []

const typed = (row: RecordBody, { name, type, prefix }: FieldShape): string => {
  const value = row[name]
  if (value === null || value === undefined) return ''
  if (type === 'country') return countryName(String(value))
  return type === 'record' ? `${prefix}-${String(value)}` : String(value)
}

const valuesOf = (row: RecordBody, { fields }: RowShape): Typed => Object.fromEntries(fields.map((field) => [field.name, typed(row, field)]))

const listsOf = (holder: RecordBody, { parts }: RowShape): Lists =>
  Object.fromEntries(parts.map((part) => [part.name, rowsIn(holder, part).map((row) => rowOf(row, part))]))

const rowOf = (row: BodyRow, shape: RowShape): RowDraft => {
  const values = valuesOf(row, shape)
  return {
    uid: newUid(shape.name),
    id: row.id,
    values,
    evidence: readEvidence(row.evidence, shape.supported[0] ?? '', statedValues(shape, values)),
    lists: listsOf(row, shape),
  }
}

/** The form filled with a record as the register or a proposal has it. */
export const draftFromBody =
  (shape: RowShape) =>
  (body: RecordBody, known: KnownSources, { changeKind, reason }: Pick<RecordDraft, 'changeKind' | 'reason'>): RecordDraft => {
    const values = valuesOf(body, shape)
    const stated = statedValues(shape, values)
    // A value that is not stated yet starts as in a new form; one that is stated has the evidence it has.
    const support = (field: string): readonly EvidenceDraft[] => {
      const kept = readEvidence(evidenceIn(body, field), field, { [field]: stated[field] ?? null })
      return kept.length === 0 && (stated[field] ?? null) === null ? [newEvidence([field])] : kept
    }
    return {
      ...emptyRecord(shape),
      changeKind,
      reason,
      ...sourceDrafts(sourcesIn(body), known),
      ...(Array.isArray(body['differentFrom']) ? { differentFrom: body['differentFrom'] as DifferentFrom } : {}),
      values,
      evidence: Object.fromEntries(shape.supported.map((field) => [field, support(field)])),
      lists: listsOf(body, shape),
    }
  }

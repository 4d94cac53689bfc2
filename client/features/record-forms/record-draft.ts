import { type EntryDraft, type EvidenceDraft, newEvidence, newUid } from '#client/components/entry/entry-draft.ts'
import type { DifferentFrom } from '#contract/different-from.ts'
import type { FieldShape, RowShape } from '#contract/record-shape.ts'

/*
 * A record as it is being filled in, as its shape says: every value as typed. `body-from-draft.ts`
 * makes a write body of it, `draft-from-body.ts` the other way round.
 */

/** What was typed or chosen for each field, by its name. */
export type Typed = Readonly<Record<string, string>>

/** The rows within a record or a row, by the name of their list. */
export type Lists = Readonly<Record<string, readonly RowDraft[]>>

export type RowDraft = {
  readonly uid: string
  readonly id: number | null
  readonly values: Typed
  readonly evidence: readonly EvidenceDraft[]
  readonly lists: Lists
}

export type RecordDraft = EntryDraft & {
  readonly values: Typed
  /** For the record's own fields, by their names. */
  readonly evidence: Readonly<Record<string, readonly EvidenceDraft[]>>
  readonly lists: Lists
  /** Of a person: who of the register was said to be somebody else, and why. A draft from before that was asked has none. */
  readonly differentFrom?: readonly DifferentFrom[number][]
}

const blank = ({ type, unstated }: FieldShape): string => (type === 'code' ? (unstated ?? '') : '')

export const blankValues = ({ fields }: RowShape): Typed => Object.fromEntries(fields.map((field) => [field.name, blank(field)]))

const noLists = ({ parts }: RowShape): Lists => Object.fromEntries(parts.map(({ name }) => [name, []]))

export const newRow = (shape: RowShape, values: Typed = {}): RowDraft => ({
  uid: newUid(shape.name),
  id: null,
  values: { ...blankValues(shape), ...values },
  evidence: [newEvidence(shape.supported)],
  lists: noLists(shape),
})

export const emptyRecord = (shape: RowShape, lists: Lists = {}): RecordDraft => ({
  changeKind: 'new',
  reason: '',
  sources: [],
  mainSource: '',
  finders: { sources: '' },
  values: blankValues(shape),
  evidence: Object.fromEntries(shape.supported.map((name) => [name, [newEvidence([name])]])),
  lists: { ...noLists(shape), ...lists },
})

import type { KnownSources } from '#client/components/entry/source-draft.ts'
import type { FormKind, FormStart } from '#client/components/entry/form-kind.ts'
import { call } from '#client/lib/call.ts'
import { DetaineeWrite, detaineeShape } from '#contract/detainee-write.ts'
import type { RecordKind } from '#contract/proposal-kinds.ts'
import type { RowShape } from '#contract/record-shape.ts'
import { getDetaineeWrite, getSanctionsActionWrite, getSourceWrite } from '#contract/record-writes.ts'
import { SanctionsActionWrite, sanctionsActionShape } from '#contract/sanctions-action-write.ts'
import { SourceRecordWrite, sourceShape } from '#contract/source-record-write.ts'
import { bodyFromDraft } from './body-from-draft.ts'
import { mapEvidence } from './change-draft.ts'
import { compareRecords } from './compare-records.ts'
import { type RecordBody, draftFromBody } from './draft-from-body.ts'
import { findKnownSources } from './known-sources.ts'
import { mergeRecords } from './merge-records.ts'
import { type RecordDraft, emptyRecord, newRow } from './record-draft.ts'
import { takesOf } from './record-takes.ts'

export type RecordForm = FormKind<RecordDraft, RecordBody, KnownSources>
export type RecordStart = FormStart<RecordDraft, RecordBody>

type Own = Pick<RecordForm, 'prefix' | 'read' | 'findWrite' | 'titleOf' | 'takes'> & { readonly code: RecordKind; readonly emptyDraft?: RecordForm['emptyDraft'] }

const formOf = (shape: RowShape, own: Own): RecordForm => ({
  noun: shape.noun,
  emptyDraft: () => emptyRecord(shape),
  findKnown: findKnownSources,
  nothingKnown: new Map(),
  draftFromBody: draftFromBody(shape),
  bodyFromDraft: bodyFromDraft(shape),
  mapEvidence,
  merge: mergeRecords(shape),
  differences: compareRecords(shape),
  ...own,
})

const named = (values: RecordDraft['values'], ...names: readonly string[]): string =>
  names.map((name) => (values[name] ?? '').trim()).find((text) => text !== '') ?? ''

const [nameShape] = detaineeShape.parts

const personTakes = takesOf(detaineeShape, [
  { key: 'n', to: 'names.text' },
  { key: 'b', to: 'birth' },
  { key: 'x', to: 'sex' },
  { key: 'p', to: 'description' },
  { key: 'o', to: 'occupation' },
  { key: 't', to: 'status' },
  { key: 'z', to: 'citizenships.country' },
  { key: 'c', to: 'detentions.country' },
  { key: 'a', to: 'detentions.arrest' },
  { key: 'e', to: 'detentions.end' },
  { key: 'l', to: 'detentions.place' },
  { key: 'y', to: 'detentions.authority' },
  { key: 'g', to: 'detentions.charges.article' },
  { key: 'v', to: 'detentions.sentences.lengthText' },
  { key: 'd', to: 'detentions.sentences.sentenced' },
  { key: 'r', to: 'recognitions.recognisedBy' },
  { key: 'f', to: 'recognitions.recognised' },
])

const actionTakes = takesOf(sanctionsActionShape, [
  { key: 'a', to: 'authority' },
  { key: 't', to: 'action' },
  { key: 'y', to: 'agency' },
  { key: 'g', to: 'target' },
  { key: 'c', to: 'commodity' },
  { key: 'n', to: 'instrument' },
  { key: 'd', to: 'announced' },
  { key: 'u', to: 'issued' },
  { key: 'e', to: 'effective' },
  { key: 'x', to: 'expires' },
  { key: 'o', to: 'conditions' },
])

export const detaineeForm: RecordForm = formOf(detaineeShape, {
  code: 'detainee',
  takes: personTakes,
  prefix: 'D',
  // Nobody is entered without a name.
  emptyDraft: () => emptyRecord(detaineeShape, nameShape === undefined ? {} : { names: [newRow(nameShape, { kind: 'primary' })] }),
  titleOf: ({ lists }) => (lists['names'] ?? []).map(({ values }) => (values['text'] ?? '').trim()).find((text) => text !== '') ?? '',
  read: (stored) => DetaineeWrite.safeParse(stored).data ?? null,
  findWrite: (id) => call(getDetaineeWrite, { params: { id } }),
})

export const sanctionsActionForm: RecordForm = formOf(sanctionsActionShape, {
  code: 'sanctions_action',
  takes: actionTakes,
  prefix: 'S',
  titleOf: ({ values }) => named(values, 'target', 'commodity', 'instrument', 'agency'),
  read: (stored) => SanctionsActionWrite.safeParse(stored).data ?? null,
  findWrite: (id) => call(getSanctionsActionWrite, { params: { id } }),
})

export const sourceForm: RecordForm = formOf(sourceShape, {
  code: 'source',
  prefix: 'SRC',
  titleOf: ({ values }) => named(values, 'title', 'publisher', 'url'),
  read: (stored) => SourceRecordWrite.safeParse(stored).data ?? null,
  findWrite: (id) => call(getSourceWrite, { params: { id } }),
})

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

export type RecordForm = FormKind<RecordDraft, RecordBody, KnownSources>
export type RecordStart = FormStart<RecordDraft, RecordBody>

type Own = Pick<RecordForm, 'prefix' | 'read' | 'findWrite' | 'titleOf'> & { readonly code: RecordKind; readonly emptyDraft?: RecordForm['emptyDraft'] }

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

export const detaineeForm: RecordForm = formOf(detaineeShape, {
  code: 'detainee',
  prefix: 'D',
  // Nobody is entered without a name.
  emptyDraft: () => emptyRecord(detaineeShape, nameShape === undefined ? {} : { names: [newRow(nameShape, { kind: 'primary' })] }),
  titleOf: ({ lists }) => (lists['names'] ?? []).map(({ values }) => (values['text'] ?? '').trim()).find((text) => text !== '') ?? '',
  read: (stored) => DetaineeWrite.safeParse(stored).data ?? null,
  findWrite: (id) => call(getDetaineeWrite, { params: { id } }),
})

export const sanctionsActionForm: RecordForm = formOf(sanctionsActionShape, {
  code: 'sanctions_action',
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

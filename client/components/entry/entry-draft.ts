import type { ChangeKind } from '#contract/proposal-kinds.ts'

/*
 * A form that is being filled in: everything as typed. Each kind of record has a draft of its own
 * that holds these too. Every row has a `uid`, by which its fields are found on the page.
 */

/** Words from one source for one value or more. */
export type EvidenceDraft = {
  readonly uid: string
  /** `main` is the form's main source; empty means that one has to be chosen. */
  readonly source: string
  readonly quote: string
  /** Where the quote begins in the kept text of its source; null where it was typed. */
  readonly at: number | null
  readonly saidBy: string
  /** What this source gives where it differs from the value; empty means the value itself. */
  readonly asserts: string
  /** Names of the row's values it supports. */
  readonly supports: readonly string[]
  /** Its number in the register, by the value it supports. */
  readonly ids: Readonly<Record<string, number>>
  /** What it asserts on record, by the value it supports: it stays so when the value is changed. */
  readonly onRecord: Readonly<Record<string, string | null>>
}

export type SourceDraft = {
  readonly uid: string
  readonly key: string
  readonly id: number | null
  readonly title: string
  readonly publisher: string
  readonly author: string
  readonly url: string
  readonly published: string
  readonly language: string
  /** The text of it that is kept at the desk. */
  readonly capture: number | null
}

export type EntryDraft = {
  readonly changeKind: ChangeKind
  readonly reason: string
  readonly sources: readonly SourceDraft[]
  /** Key of the source that new values rest on until another is chosen; empty while there is none. */
  readonly mainSource: string
  /** What stands in the boxes that look for a record: a name typed and not chosen must not be lost. */
  readonly finders: Readonly<Record<string, string>>
}

/** Changes every list of evidence in a draft; a list given back as it was leaves its row as it was. */
export type MapEvidence<D> = (draft: D, of: (list: readonly EvidenceDraft[]) => readonly EvidenceDraft[]) => D

let made = 0
/** Rows of a draft that was kept before have names of another visit. */
const visit = Date.now().toString(36)
/** A name for a row, unique in the draft however often it is taken up again. */
export const newUid = (kind: string): string => `${kind}-${visit}-${(made += 1)}`

/** Evidence as every new value starts with: the form's main source, no words kept, for all of the row. */
export const newEvidence = (supports: readonly string[]): EvidenceDraft => ({
  uid: newUid('evidence'),
  source: 'main',
  quote: '',
  at: null,
  saidBy: '',
  asserts: '',
  supports,
  ids: {},
  onRecord: {},
})

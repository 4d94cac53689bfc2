import type { evidenceFields } from '#contract/source-write.ts'

/*
 * The form as it is being filled in: everything as typed. `body-from-draft.ts` makes a write
 * body of it, `draft-from-body.ts` the other way round. Every row has a `uid`, by which its
 * fields are found on the page.
 */

/** Words from one source for one value or more. */
export type EvidenceDraft = {
  readonly uid: string
  /** `main` is the form's main source; empty means that one has to be chosen. */
  readonly source: string
  readonly quote: string
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
}

type Row = { readonly uid: string; readonly id: number | null; readonly evidence: readonly EvidenceDraft[] }

export type CountDraft = Row & {
  readonly dimension: 'total' | 'destination' | 'nationality' | 'sex' | 'offence_group'
  /** A country's name, a code for sex, or words; empty for the total. */
  readonly cell: string
  readonly relation: string
  readonly qualifier: string
  readonly best: string
  readonly lowest: string
  readonly highest: string
  readonly population: string
  readonly saidBy: string
  readonly state: string
}

export type PersonDraft = Row & {
  readonly detaineeId: number | null
  /** What is shown of a person of the register. */
  readonly known: { readonly name: string; readonly lang: string | null; readonly about: string }
  readonly newPerson: {
    readonly name: string
    readonly lang: string
    readonly sex: string
    readonly description: string
  } | null
  readonly destination: string
  readonly destinationState: string
  readonly departureMode: string
}

export type LinkDraft = Row & {
  readonly actionId: number
  readonly title: string
  readonly relation: string
  readonly saidBy: string
}

export type NoteDraft = Row & {
  readonly kind: string
  readonly saidBy: string
  readonly saidByRole: string
  readonly text: string
}

export const eventFields = ['title', 'date', 'country', 'basis', 'summary'] as const
export type EventField = (typeof eventFields)[number]

export type Draft = Readonly<Record<EventField, string>> & {
  readonly changeKind: 'new' | 'correction' | 'late_discovery' | 'retraction'
  readonly reason: string
  readonly sources: readonly SourceDraft[]
  /** Key of the source that new values rest on until another is chosen; empty while there is none. */
  readonly mainSource: string
  readonly counts: readonly CountDraft[]
  readonly people: readonly PersonDraft[]
  readonly links: readonly LinkDraft[]
  readonly notes: readonly NoteDraft[]
  readonly evidence: Readonly<Record<EventField, readonly EvidenceDraft[]>>
  /** What stands in the boxes that look for a record: a name typed and not chosen must not be lost. */
  readonly finders: Readonly<Record<'sources' | 'people' | 'links', string>>
}

export type ListName = 'sources' | 'counts' | 'people' | 'links' | 'notes'
export type RowOf<L extends ListName> = Draft[L][number]
export type Part = keyof typeof evidenceFields

let made = 0
/** A name for a row, unique on this page. */
export const newUid = (kind: string): string => `${kind}-${(made += 1)}`

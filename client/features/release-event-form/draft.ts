import type { EntryDraft, EvidenceDraft } from '#client/components/entry/entry-draft.ts'
import type { Words } from '#client/components/entry/text/words.ts'
import type { evidenceFields } from '#contract/source-write.ts'

/*
 * The form as it is being filled in: everything as typed. `body-from-draft.ts` makes a write
 * body of it, `draft-from-body.ts` the other way round.
 */

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
    /** People of the register of whom it was said that they are somebody else, and why. */
    readonly differentFrom: readonly { readonly detaineeId: number; readonly reason: string }[]
  } | null
  readonly destination: string
  readonly destinationState: string
  readonly departureMode: string
  readonly restrictions: string
  readonly onwardCountry: string
  readonly onward: string
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

export type Draft = EntryDraft &
  Readonly<Record<EventField, string>> & {
    readonly counts: readonly CountDraft[]
    readonly people: readonly PersonDraft[]
    readonly links: readonly LinkDraft[]
    readonly notes: readonly NoteDraft[]
    readonly evidence: Readonly<Record<EventField, readonly EvidenceDraft[]>>
    readonly finders: Readonly<Record<'sources' | 'people' | 'links', string>>
    /** Words taken from the text that wait for a record to be chosen. */
    readonly pending: { readonly people?: Words; readonly links?: Words }
    /** Names of a pasted list that still wait to be matched, the next first. */
    readonly names: readonly string[]
  }

export type ListName = 'counts' | 'people' | 'links' | 'notes'
export type RowOf<L extends ListName> = Draft[L][number]
export type Part = keyof typeof evidenceFields

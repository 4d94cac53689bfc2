import type { FieldProblem } from '#client/components/forms/error-summary.tsx'
import type { DraftSlot } from '#client/lib/draft-keeper.ts'
import type { RecordKind } from '#contract/proposal-kinds.ts'
import type { createProposal } from '#contract/proposals.ts'
import type { z } from '#contract/zod.ts'
import type { EntryDraft, MapEvidence } from './entry-draft.ts'
import type { Findings } from './findings.ts'
import type { Take } from './text/words.ts'

export type ProposalInput = z.input<typeof createProposal.body>

/** What a proposal is about beside what the form holds. */
export type ProposalBase = { readonly recordId: number | null; readonly baseVersion: number | null }

/** What a form opens with: the filled draft, what it is based on, and where saving goes. */
export type FormStart<D, Body> = {
  readonly draft: D
  readonly base: ProposalBase
  /** The version of the record or proposal that was opened; null for a new record. */
  readonly body: Body | null
  /** The proposal that is being edited, with its version. */
  readonly editing: { readonly ref: string; readonly version: number } | null
  /** The draft on the server that it goes on with. */
  readonly slot?: DraftSlot
}

/** What to send, or what is wrong with it by field, in the order of the form. */
export type Checked<Body> =
  | { readonly sent: ProposalInput; readonly body: Body; readonly findings: Findings }
  | { readonly problems: readonly FieldProblem[]; readonly rest: readonly string[] }

/** The version that stands in the way of a save, and what it takes to go on from it. */
export type Present<Body, Known> = {
  readonly body: Body
  readonly known: Known
  readonly base: ProposalBase
  readonly editing: FormStart<unknown, Body>['editing']
}

/** One thing on which two versions differ. */
export type Difference = { readonly key: string; readonly label: string; readonly theirs: string | null; readonly mine: string | null }

/**
 * One kind of record as a form enters it. `Body` is the write body that a proposal keeps, `Known`
 * what the form calls the records that a body names by number.
 */
export type FormKind<D extends EntryDraft, Body, Known> = {
  readonly code: RecordKind
  /** "release event" */
  readonly noun: string
  /** Before the number of a record: "R". */
  readonly prefix: string
  /** A form with nothing in it yet. */
  readonly emptyDraft: () => D
  /** A kept draft with what this version added to its rows; left out where nothing was. */
  readonly brought?: (draft: D) => D
  /** What a list of drafts calls it. */
  readonly titleOf: (draft: D) => string
  /** What words selected in a text can be put to; left out where the form is not filled from a text. */
  readonly takes?: readonly Take<D>[]
  /** A body as it is stored, or null where it does not fit the schema. */
  readonly read: (stored: unknown) => Body | null
  readonly findWrite: (ref: string) => Promise<{ readonly version: number; readonly body: unknown }>
  readonly findKnown: (body: Body, recordId: number | null) => Promise<Known>
  readonly nothingKnown: Known
  readonly draftFromBody: (body: Body, known: Known, more: Pick<EntryDraft, 'changeKind' | 'reason'>) => D
  readonly bodyFromDraft: (draft: D) => { readonly body: unknown; readonly findings: Findings }
  readonly mapEvidence: MapEvidence<D>
  /** My changes put on the present version. `base` is what I began from, null where that is not known. */
  readonly merge: (base: Body | null, theirs: Body, mine: Body) => Body
  readonly differences: (theirs: Body, mine: Body, known: Known) => Difference[]
}

import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { ProposalBase } from './check-draft.ts'
import type { Draft } from './draft.ts'

/** What a form opens with: the filled draft, what it is based on, and where saving goes. */
export type FormStart = {
  readonly draft: Draft
  readonly base: ProposalBase
  /** The version of the record or proposal that was opened; null for a new event. */
  readonly body: ReleaseEventWrite | null
  /** The proposal that is being edited, with its version. */
  readonly editing: { readonly ref: string; readonly version: number } | null
}

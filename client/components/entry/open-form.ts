import { call } from '#client/lib/call.ts'
import { type Proposal, getProposal } from '#contract/proposals.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { FormKind, FormStart } from './form-kind.ts'

/** The form filled with a record as the register has it. */
export const openRecord = async <D extends EntryDraft, Body, Known>(
  { prefix, read, findKnown, findWrite, draftFromBody }: FormKind<D, Body, Known>,
  ref: string,
): Promise<FormStart<D, Body>> => {
  const recordId = Number(ref.replace(`${prefix}-`, ''))
  const write = await findWrite(ref)
  const body = read(write.body)
  if (body === null) throw new Error('This record does not fit the form of this version.')
  const known = await findKnown(body, recordId)
  return {
    draft: draftFromBody(body, known, { changeKind: 'correction', reason: '' }),
    base: { recordId, baseVersion: write.version },
    body,
    editing: null,
  }
}

export type OpenedProposal<D, Body> = {
  /** Null where the proposal cannot be edited. */
  readonly start: FormStart<D, Body> | null
  readonly proposal: Proposal
  /** The record has changed since it was proposed: the form holds the present version with the author's values on it. */
  readonly isMoved: boolean
}

/** The form filled with a proposal. */
export const openProposal = async <D extends EntryDraft, Body, Known>(
  { read, findKnown, draftFromBody, merge }: FormKind<D, Body, Known>,
  proposal: Proposal,
): Promise<OpenedProposal<D, Body>> => {
  const own = read(proposal.body)
  const present = proposal.stale === null ? undefined : read(proposal.stale.body)
  if (!proposal.mayEdit || own === null || present === null) return { start: null, proposal, isMoved: false }
  // What the proposal was based on is not kept, so each value that differs counts as its author's.
  const body = present === undefined ? own : merge(null, present, own)
  const known = await findKnown(body, proposal.recordId)
  return {
    start: {
      draft: draftFromBody(body, known, { changeKind: proposal.changeKind, reason: proposal.reason }),
      base: { recordId: proposal.recordId, baseVersion: proposal.stale?.version ?? proposal.baseVersion },
      body: own,
      editing: { ref: `P-${proposal.id}`, version: proposal.version },
    },
    proposal,
    isMoved: present !== undefined,
  }
}

export const findProposalToEdit = (ref: string): Promise<Proposal> => call(getProposal, { params: { id: ref } })

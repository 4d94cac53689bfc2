import { createProposal } from '#contract/proposals.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { Checked, FormKind, FormStart, ProposalBase, ProposalInput } from './form-kind.ts'

/**
 * Holds what was typed to the schema the server uses, in the same words, and to what only the
 * form can see. Gives either what to send or the problems by field, in the order of the form.
 */
export const checkDraft = <D extends EntryDraft, Body, Known>(
  { code, bodyFromDraft }: FormKind<D, Body, Known>,
  draft: D,
  { recordId, baseVersion }: ProposalBase,
): Checked<Body> => {
  const { body, findings } = bodyFromDraft(draft)
  // The schema says which body goes with which kind; the parse below holds it to that.
  const sent = { kind: code, recordId, baseVersion, changeKind: draft.changeKind, reason: draft.reason, body } as ProposalInput
  const result = createProposal.body.safeParse(sent)
  if (result.success && findings.problems.size === 0) return { sent, body: result.data.body as Body, findings }
  const found = new Map(findings.problems)
  for (const issue of result.error?.issues ?? []) {
    const path = pathOf(issue.path)
    if (!found.has(path)) found.set(path, issue.message)
  }
  const { fields, rest } = findings.onPage(found)
  return { problems: fields, rest }
}

/** A field's path in the body, whether it came from our own check or from the server's answer. */
export const pathOf = (path: readonly PropertyKey[] | string): string =>
  (typeof path === 'string' ? path : path.map(String).join('.')).replace(/^body\./, '')

/**
 * Whether a correction says no more than the record it began from. What is new or takes a record
 * out always says something; a proposal that is edited is compared with the record by the server.
 */
export const changesNothing = <D extends EntryDraft, Body, Known>(
  { bodyFromDraft, draftFromBody, nothingKnown }: FormKind<D, Body, Known>,
  draft: D,
  { base, body, editing }: FormStart<D, Body>,
): boolean => {
  if (base.recordId === null || body === null || editing !== null || draft.changeKind === 'retraction') return false
  const before = bodyFromDraft(draftFromBody(body, nothingKnown, draft)).body
  return JSON.stringify(bodyFromDraft(draft).body) === JSON.stringify(before)
}

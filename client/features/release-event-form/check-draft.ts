import type { FieldProblem } from '#client/components/forms/error-summary.tsx'
import { createProposal } from '#contract/proposals.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { z } from '#contract/zod.ts'
import { bodyFromDraft } from './body-from-draft.ts'
import type { Draft } from './draft.ts'
import type { Findings } from './findings.ts'

export type ProposalInput = z.input<typeof createProposal.body>

/** What a proposal is about beside what the form holds. */
export type ProposalBase = { readonly recordId: number | null; readonly baseVersion: number | null }

export type Checked =
  | { readonly sent: ProposalInput; readonly read: BodyOf<typeof createProposal>; readonly findings: Findings }
  | { readonly problems: readonly FieldProblem[]; readonly rest: readonly string[] }

/**
 * Holds what was typed to the schema the server uses, in the same words, and to what only the
 * form can see. Gives either what to send or the problems by field, in the order of the form.
 */
export const checkDraft = (draft: Draft, { recordId, baseVersion }: ProposalBase): Checked => {
  const { body, findings } = bodyFromDraft(draft)
  const sent: ProposalInput = {
    kind: 'release_event',
    recordId,
    baseVersion,
    changeKind: draft.changeKind,
    reason: draft.reason,
    body,
  }
  const result = createProposal.body.safeParse(sent)
  if (result.success && findings.problems.size === 0) return { sent, read: result.data, findings }
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

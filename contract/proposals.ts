import { contentRoles } from './access.ts'
import { Id, hasNoNul, nulMessage, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { ChangeKind, ProposalKind } from './proposal-kinds.ts'
import { CommentText, ProposalWrite } from './proposal-write.ts'
import { z } from './zod.ts'

export const proposalStateLabels = {
  draft: 'Draft',
  waiting: 'Waiting for review',
  returned: 'Returned',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} as const

export const ProposalState = z.enum(['draft', 'waiting', 'returned', 'approved', 'rejected', 'withdrawn'])
export const ProposalRow = z
  .object({
    id: Id,
    kind: ProposalKind,
    changeKind: ChangeKind,
    /** The record it corrects; null for a new one. */
    recordId: Id.nullable(),
    title: z.string(),
    reason: z.string(),
    state: ProposalState,
    author: z.object({ id: z.string(), name: z.string() }),
    /** Counts up with every save: what `If-Match` compares. */
    version: z.number().int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: 'ProposalRow' })
export type ProposalRow = z.infer<typeof ProposalRow>

/** One changed value as a reviewer reads it. `before` or `after` is null where there is none. */
export const ProposedChange = z
  .object({
    label: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** Where it stands in the write body, for a form to find: `counts.0`. Left out for what the body does not hold. */
    path: z.string().optional(),
    evidence: z.array(
      z.object({
        source: z.string(),
        quote: z.string().nullable(),
        saidBy: z.string().nullable(),
        /** What it asserts where that is not what the record would say: "the number: 30"; null where it agrees. */
        otherwise: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ProposedChange' })
export type ProposedChange = z.infer<typeof ProposedChange>

const ProposalComment = z
  .object({ id: Id, author: z.string(), text: z.string(), madeAt: z.string() })
  .meta({ id: 'ProposalComment' })

export const Proposal = ProposalRow.extend({
  /** As typed, so that the form can be opened again. */
  body: z.unknown(),
  baseVersion: z.number().int().nullable(),
  changes: z.array(ProposedChange),
  /** While it is open: what cannot well be so, a sentence each. */
  warnings: z.array(z.string()),
  /** Set when the record has changed since: its present state as a write body, and its version. */
  stale: z.object({ version: z.number().int(), body: z.unknown() }).nullable(),
  /** The record that approving made or changed. */
  appliedTo: Id.nullable(),
  /** True while it is being applied, which may take minutes for one that is large. */
  applying: z.boolean(),
  /** Why it was not applied when that was last tried; null where nothing went wrong. */
  notApplied: z.string().nullable(),
  /** What was said about it, the first first. */
  comments: z.array(ProposalComment),
  mayReview: z.boolean(),
  mayEdit: z.boolean(),
}).meta({ id: 'Proposal' })
export type Proposal = z.infer<typeof Proposal>

export const proposalId = z.object({ id: recordId('P') })

/** After so many days without a decision, a proposal is overdue. */
export const overdueDays = 7

export const listProposals = endpoint({
  method: 'get',
  path: '/proposals',
  on: 'desk',
  tag: 'Proposals',
  summary: 'Proposals, the newest first',
  query: z.strictObject({
    state: ProposalState.optional(),
    mine: z.enum(['yes', 'no']).optional(),
    overdue: z.literal('yes').optional().meta({ description: `Waiting for ${overdueDays} days or more` }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(500).optional(),
  }),
  response: z.object({ data: z.array(ProposalRow), page: z.object({ total: z.number().int(), next: z.string().nullable() }) }),
  roles: contentRoles,
})

export const createProposal = endpoint({
  method: 'post',
  path: '/proposals',
  on: 'desk',
  tag: 'Proposals',
  summary: 'Propose a new record or a correction of one; it waits for review',
  description: 'Refused with 409 when the record has changed since `baseVersion`: the answer holds its present state.',
  body: ProposalWrite,
  response: Proposal,
  status: 201,
  roles: contentRoles,
  idempotent: true,
})

export const previewProposal = endpoint({
  method: 'post',
  path: '/previews',
  on: 'desk',
  tag: 'Proposals',
  summary: 'What a proposal would store, as its reviewer will read it; nothing is kept',
  body: ProposalWrite,
  response: z.object({ changes: z.array(ProposedChange), warnings: z.array(z.string()) }),
  roles: contentRoles,
})

export const commentOnProposal = endpoint({
  method: 'post',
  path: '/proposals/:id/comments',
  on: 'desk',
  tag: 'Proposals',
  summary: 'Say something about a proposal to those who work on it',
  params: proposalId,
  body: z.strictObject({ text: CommentText }),
  response: Proposal,
  status: 201,
  roles: contentRoles,
  idempotent: true,
})

export const getProposal = endpoint({
  method: 'get',
  path: '/proposals/:id',
  on: 'desk',
  tag: 'Proposals',
  summary: 'One proposal as a difference from the record as it is',
  params: proposalId,
  query: z.strictObject({}),
  response: Proposal,
  roles: contentRoles,
  logged: 'read',
})

export const updateProposal = endpoint({
  method: 'put',
  path: '/proposals/:id',
  on: 'desk',
  tag: 'Proposals',
  summary: 'Change a proposal of one’s own that is waiting or was returned; it waits for review again',
  params: proposalId,
  body: ProposalWrite,
  response: Proposal,
  roles: contentRoles,
  ifMatch: true,
})

export const withdrawProposal = endpoint({
  method: 'post',
  path: '/proposals/:id/withdraw',
  on: 'desk',
  tag: 'Proposals',
  summary: 'Take back a proposal of one’s own',
  params: proposalId,
  body: z.strictObject({}),
  response: Proposal,
  roles: contentRoles,
  ifMatch: true,
})

export const reviewProposal = endpoint({
  method: 'post',
  path: '/reviews/:id',
  on: 'desk',
  tag: 'Reviews',
  summary: 'Approve a proposal, return it with a reason, or reject it',
  description: 'Approving applies it to the register in one changeset; publishing is an act of its own. Refused with 409 when the record has changed since: the answer holds both versions. Approving a redaction asks for a fresh sign-in, with 403.',
  params: proposalId,
  body: z
    .strictObject({
      decision: z.enum(['approve', 'return', 'reject']),
      reason: z.string().trim().max(2000, 'Shorten this to 2000 characters.').refine(hasNoNul, nulMessage).default(''),
    })
    .refine((review) => review.decision === 'approve' || review.reason !== '', {
      path: ['reason'],
      message: 'Say why, so that the author can act on it.',
    }),
  response: Proposal,
  roles: ['reviewer', 'publisher'],
  ifMatch: true,
})

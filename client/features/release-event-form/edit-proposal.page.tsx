import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { call } from '#client/lib/call.ts'
import { type Proposal, getProposal } from '#contract/proposals.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { draftFromBody } from './draft-from-body.ts'
import type { FormStart } from './form-start.ts'
import { findKnownRecords } from './known-records.ts'
import { mergeBodies } from './merge-bodies.ts'
import { ReleaseEventForm } from './release-event-form.tsx'

type Opened = { readonly start: FormStart | null; readonly proposal: Proposal; readonly isMoved: boolean }

const open = async (ref: string): Promise<Opened> => {
  const proposal = await call(getProposal, { params: { id: ref } })
  const own = ReleaseEventWrite.safeParse(proposal.body)
  const present = proposal.stale === null ? null : ReleaseEventWrite.safeParse(proposal.stale.body)
  if (!proposal.mayEdit || !own.success || present?.success === false) return { start: null, proposal, isMoved: false }
  // What the proposal was based on is not kept, so each value that differs counts as its author's.
  const body = present === null ? own.data : mergeBodies(null, present.data, own.data)
  const known = await findKnownRecords(body, proposal.recordId)
  return {
    start: {
      draft: draftFromBody(body, known, { changeKind: proposal.changeKind, reason: proposal.reason }),
      base: { recordId: proposal.recordId, baseVersion: proposal.stale?.version ?? proposal.baseVersion },
      body: own.data,
      editing: { ref, version: proposal.version },
    },
    proposal,
    isMoved: present !== null,
  }
}

/** A proposal that waits or was returned, taken up again by its author. */
export const EditProposalPage = () => {
  const { id = '' } = useParams({ strict: false })
  const opened = useQuery({ queryKey: ['form', 'edit', id], queryFn: () => open(id), staleTime: Infinity, gcTime: 0 })
  const back = (
    <Link to="/proposals/$id" params={{ id }}>
      the proposal’s page
    </Link>
  )
  return (
    <>
      <PageHeading title="Edit a proposal" above={`Proposal P-${id.replace('P-', '')}`} />
      <Answered query={opened} what="the proposal">
        {({ start, proposal, isMoved }) => (
          <>
            {proposal.state === 'returned' && proposal.decisionReason !== null ? (
              <Notice>
                {proposal.decidedBy} returned it: “{proposal.decisionReason}”
              </Notice>
            ) : null}
            {isMoved ? (
              <Notice tone="caution">
                The record was changed after this was proposed. The form holds its present version with your values on
                it; rows that are only in the present version were added. Compare both on {back}.
              </Notice>
            ) : null}
            {start === null ? (
              <Notice tone="caution">
                This proposal cannot be edited: it was decided or withdrawn, someone else wrote it, or its record is gone.
                Go back to {back}.
              </Notice>
            ) : (
              <ReleaseEventForm key={id} start={start} />
            )}
          </>
        )}
      </Answered>
    </>
  )
}

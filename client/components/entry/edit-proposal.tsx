import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Notice } from '#client/components/layout/notice.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import type { Proposal } from '#contract/proposals.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { FormKind, FormStart } from './form-kind.ts'
import { openProposal } from './open-form.ts'

/** A proposal that waits or was returned, taken up again by its author; `children` draws the form. */
export const EditProposal = <D extends EntryDraft, Body, Known>({
  kind,
  proposal,
  children,
}: {
  kind: FormKind<D, Body, Known>
  proposal: Proposal
  children: (start: FormStart<D, Body>) => ReactNode
}) => {
  const id = `P-${proposal.id}`
  const opened = useQuery({
    queryKey: ['form', 'edit', id],
    queryFn: () => openProposal(kind, proposal),
    staleTime: Infinity,
    gcTime: 0,
  })
  const back = (
    <Link to="/proposals/$id" params={{ id }}>
      the proposal’s page
    </Link>
  )
  return (
    <Answered query={opened} what="the proposal">
      {({ start, isMoved }) => (
        <>
          {proposal.state === 'returned' && proposal.decisionReason !== null ? (
            <Notice>
              {proposal.decidedBy} returned it: “{proposal.decisionReason}”
            </Notice>
          ) : null}
          {isMoved ? (
            <Notice tone="caution">
              The record was changed after this was proposed. The form holds its present version with your values on it;
              rows that are only in the present version were added. Compare both on {back}.
            </Notice>
          ) : null}
          {start === null ? (
            <Notice tone="caution">
              This proposal cannot be edited: it was decided or withdrawn, someone else wrote it, or its record is gone.
              Go back to {back}.
            </Notice>
          ) : (
            children(start)
          )}
        </>
      )}
    </Answered>
  )
}

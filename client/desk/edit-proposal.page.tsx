import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import type { Proposal, ProposalKind } from '#contract/proposals.ts'
import { findProposalToEdit } from '../components/entry/open-form.ts'
import { PageHeading } from '../components/layout/page-heading.tsx'
import { Answered } from '../components/states/answered.tsx'

type Editor = ComponentType<{ proposal: Proposal }>

/** The form that each kind of proposal is edited in. */
const editors: Readonly<Record<ProposalKind, Editor>> = {
  release_event: lazy(async () => ({
    default: (await import('../features/release-event-form/edit-release-event.tsx')).EditReleaseEvent,
  })),
}

/** A proposal that waits or was returned, in the form of its kind. */
export const EditProposalPage = () => {
  const { id = '' } = useParams({ strict: false })
  const proposal = useQuery({
    queryKey: ['form', 'proposal', id],
    queryFn: () => findProposalToEdit(id),
    staleTime: Infinity,
    gcTime: 0,
  })
  return (
    <>
      <PageHeading title="Edit a proposal" above={`Proposal P-${id.replace('P-', '')}`} />
      <Answered query={proposal} what="the proposal">
        {(data) => {
          const Editor = editors[data.kind]
          return <Editor key={data.id} proposal={data} />
        }}
      </Answered>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import { type Proposal, type RecordKind, isAct } from '#contract/proposals.ts'
import { findProposalToEdit } from '../components/entry/open-form.ts'
import { Notice } from '../components/layout/notice.tsx'
import { PageHeading } from '../components/layout/page-heading.tsx'
import { Answered } from '../components/states/answered.tsx'
import { useDraftAsked } from '../lib/use-draft-in-address.ts'

type Editor = ComponentType<{ proposal: Proposal }>

const NotEdited: Editor = () => <Notice>This is an act, not a record: withdraw it, and propose another.</Notice>

/** The form that each kind of proposal is edited in. */
const editors: Readonly<Partial<Record<RecordKind, Editor>>> = {
  release_event: lazy(async () => ({
    default: (await import('../features/release-event-form/edit-release-event.tsx')).EditReleaseEvent,
  })),
}

/** A proposal that waits or was returned, in the form of its kind. */
export const EditProposalPage = () => {
  const { id = '' } = useParams({ strict: false })
  const asked = useDraftAsked()
  const proposal = useQuery({
    queryKey: ['form', 'proposal', id],
    queryFn: () => findProposalToEdit(id),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (asked !== null) return <Navigate to="/drafts/$id" params={{ id: asked }} replace />
  return (
    <>
      <PageHeading title="Edit a proposal" above={`Proposal P-${id.replace('P-', '')}`} />
      <Answered query={proposal} what="the proposal">
        {(data) => {
          const Editor = (isAct(data.kind) ? undefined : editors[data.kind]) ?? NotEdited
          return <Editor key={data.id} proposal={data} />
        }}
      </Answered>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import { type RecordKind, isAct } from '#contract/proposal-kinds.ts'
import type { Proposal } from '#contract/proposals.ts'
import { findProposalToEdit } from '../components/entry/open-form.ts'
import { ToDraft } from '../components/entry/to-draft.tsx'
import { Notice } from '../components/layout/notice.tsx'
import { PageHeading } from '../components/layout/page-heading.tsx'
import { Answered } from '../components/states/answered.tsx'
import { useDraftAsked } from '../lib/use-draft-in-address.ts'

type Editor = ComponentType<{ proposal: Proposal }>

const NotEdited: Editor = () => <Notice>This is an act, not a record: withdraw it, and propose another.</Notice>

const recordForms = () => import('../features/record-forms/record-form.pages.tsx')

/** The form that each kind of proposal is edited in. */
const editors: Readonly<Record<RecordKind, Editor>> = {
  release_event: lazy(async () => ({
    default: (await import('../features/release-event-form/edit-release-event.tsx')).EditReleaseEvent,
  })),
  detainee: lazy(async () => ({ default: (await recordForms()).EditDetainee })),
  sanctions_action: lazy(async () => ({ default: (await recordForms()).EditSanctionsAction })),
  source: lazy(async () => ({ default: (await recordForms()).EditSource })),
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
  if (asked !== null) return <ToDraft id={asked} />
  return (
    <>
      <PageHeading title="Edit a proposal" above={`Proposal P-${id.replace('P-', '')}`} />
      <Answered query={proposal} what="the proposal">
        {(data) => {
          const Editor = isAct(data.kind) ? NotEdited : editors[data.kind]
          return <Editor key={data.id} proposal={data} />
        }}
      </Answered>
    </>
  )
}

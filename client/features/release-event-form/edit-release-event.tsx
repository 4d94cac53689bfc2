import { EditProposal } from '#client/components/entry/edit-proposal.tsx'
import type { Proposal } from '#contract/proposals.ts'
import { releaseEventForm } from './release-event.form.ts'
import { ReleaseEventForm } from './release-event-form.tsx'

export const EditReleaseEvent = ({ proposal }: { proposal: Proposal }) => (
  <EditProposal kind={releaseEventForm} proposal={proposal}>
    {(start) => <ReleaseEventForm start={start} />}
  </EditProposal>
)

import { ProposalPage } from '../features/proposals/proposal.page.tsx'
import { PublishPanel } from '../features/publishing/publish-panel.tsx'
import { TouchesOfProposal } from '../features/redaction/touches-of-proposal.tsx'

/** A proposal's page, where a publisher goes on to publish what was approved, and sees what a redaction will touch. */
export const ProposalWithPublishing = () => <ProposalPage Publishing={PublishPanel} Touches={TouchesOfProposal} />

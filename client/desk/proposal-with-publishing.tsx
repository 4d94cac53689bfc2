import { ProposalPage } from '../features/proposals/proposal.page.tsx'
import { PublishPanel } from '../features/publishing/publish-panel.tsx'

/** A proposal's page, where a publisher goes on to publish what was approved. */
export const ProposalWithPublishing = () => <ProposalPage Publishing={PublishPanel} />

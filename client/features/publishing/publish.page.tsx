import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { PublishPanel } from './publish-panel.tsx'

/** Approving and publishing are two acts; this is the second. */
export const PublishPage = () => (
  <>
    <PageHeading title="Publish an edition">
      <p>An edition is what the public sees and cites: the register as it is approved, without what is withheld.</p>
    </PageHeading>
    <PublishPanel />
  </>
)

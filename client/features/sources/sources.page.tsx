import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const SourcesPage = () => <PageHeading title="Sources" />

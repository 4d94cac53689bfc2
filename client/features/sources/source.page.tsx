import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const SourcePage = () => <PageHeading title="Source" />

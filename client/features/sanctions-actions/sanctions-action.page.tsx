import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const SanctionsActionPage = () => <PageHeading title="Sanctions action" />

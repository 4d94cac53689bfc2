import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const SanctionsActionsPage = () => <PageHeading title="Sanctions actions" />

import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const DestinationsPage = () => <PageHeading title="Destinations" />

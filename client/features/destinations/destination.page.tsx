import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const DestinationPage = () => <PageHeading title="Destination" />

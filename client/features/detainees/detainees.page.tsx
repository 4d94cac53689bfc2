import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const DetaineesPage = () => <PageHeading title="Detainees" />

import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const DetaineePage = () => <PageHeading title="Detainee" />

import { PageHeading } from '#client/components/layout/page-heading.tsx'

export const MethodsPage = () => <PageHeading title="How we count" />

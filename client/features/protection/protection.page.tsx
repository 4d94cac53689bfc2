import { Link, useParams } from '@tanstack/react-router'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { useHasRole } from '#client/lib/use-session.ts'
import { contentRoles } from '#contract/access.ts'
import { AlsoOnRecord } from './also-on-record.tsx'
import { DeskFacts } from './desk-facts.tsx'
import { VisibilityBox } from './visibility-box.tsx'

/** What the public is shown of a person, and what only the desk knows of them. */
export const ProtectionPage = () => {
  const { id = '' } = useParams({ strict: false })
  const mayRead = useHasRole(...contentRoles)
  return (
    <>
      <PageHeading title="Protection and confidential facts" above={`Person ${id}`}>
        <p>
          None of this is proposed, published or kept in the history of the record. See{' '}
          <Link to="/detainees/$id" params={{ id }}>
            the person’s page
          </Link>
          .
        </p>
      </PageHeading>
      {mayRead ? <AlsoOnRecord id={id} /> : null}
      <VisibilityBox id={id} />
      {mayRead ? <DeskFacts id={id} /> : null}
    </>
  )
}

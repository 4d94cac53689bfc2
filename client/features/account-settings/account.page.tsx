import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Facts } from '#client/components/layout/facts.tsx'
import { useSession } from '#client/lib/use-session.ts'
import { roleLabels } from '#contract/codes.ts'
import { PasswordSection } from './password-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

/** One's own account. */
export const AccountPage = () => {
  const account = useSession().data?.account
  return (
    <>
      <PageHeading title="Your account" />
      {account === undefined || account === null ? null : (
        <Facts
          facts={[
            { label: 'Name', value: account.name },
            { label: 'E-mail', value: account.email },
            { label: 'Roles', value: account.roles.map((role) => roleLabels[role]).join(', ') },
          ]}
        />
      )}
      <SecondFactorSection />
      <PasswordSection />
      <SessionsSection />
    </>
  )
}

import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { listStaff } from '#contract/staff.ts'
import { AccountsTable } from './accounts-table.tsx'
import { InviteForm } from './invite-form.tsx'
import { OpenInvitations } from './open-invitations.tsx'

/** The people who work at this desk, for its administrators. */
export const StaffPage = () => {
  const staff = useAnswer(listStaff)
  return (
    <>
      <PageHeading title="Staff" />
      <Answered query={staff} what="the staff" page>
        {({ accounts, invitations }) => (
          <>
            <Section title="Accounts">
              <AccountsTable accounts={accounts} />
            </Section>
            <Section title="Invite someone" note="Nobody makes an account without a link.">
              <InviteForm />
            </Section>
            <Section title="Open invitations">
              <OpenInvitations invitations={invitations} />
            </Section>
          </>
        )}
      </Answered>
    </>
  )
}

import { Notice } from '#client/components/layout/notice.tsx'
import { Entrance } from '#client/components/layout/entrance.tsx'
import { acceptInvitation, createFirstAccount } from '#contract/accounts.ts'
import { NewAccountForm } from './new-account-form.tsx'

type Props = { readonly token: string; readonly onMade: () => void }

/** Makes the first account with the link the server printed. */
export const FirstAccountPage = ({ token, onMade }: Props) => (
  <Entrance title="Make the first account" lead={<p>It can do everything at this desk: enter, review, publish, and invite others.</p>}>
    {token === '' ? (
      <Notice tone="caution">
        This address has no link in it. Copy the whole link that the server printed when it started, and open that.
      </Notice>
    ) : (
      <NewAccountForm endpoint={createFirstAccount} token={token} onMade={onMade} />
    )}
  </Entrance>
)

/** Makes the account that someone was invited to. */
export const InvitationPage = ({ token, onMade }: Props) => (
  <Entrance title="Make your account" lead={<p>You were invited to work at this desk. The link you opened works once.</p>}>
    {token === '' ? (
      <Notice tone="caution">
        This address has no link in it. Copy the whole link that you were sent, with what comes after the # sign, and open that.
      </Notice>
    ) : (
      <NewAccountForm endpoint={acceptInvitation} token={token} onMade={onMade} />
    )}
  </Entrance>
)

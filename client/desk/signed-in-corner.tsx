import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { roleLabels } from '#contract/codes.ts'
import { signOut } from '#contract/accounts.ts'
import { Button } from '../components/forms/button.tsx'
import { call } from '../lib/call.ts'
import { useSession } from '../lib/use-session.ts'
import styles from './desk.module.css'
import { QuickExitButton } from './quick-exit.tsx'

/** Who is signed in, in which roles, and the way out. */
export const SignedInCorner = () => {
  const account = useSession().data?.account
  const leave = useMutation({
    mutationFn: () => call(signOut),
    // A new document holds nothing of the one before: no answer, no typed word.
    onSuccess: () => window.location.replace('/'),
  })
  if (account === undefined || account === null) return null
  return (
    <div className={styles.corner}>
      <p className={styles.who}>
        <Link to="/account">{account.name}</Link>
        <span className={styles.roles}>{account.roles.map((role) => roleLabels[role]).join(', ')}</span>
      </p>
      <QuickExitButton />
      <Button small onClick={() => leave.mutate()} disabled={leave.isPending}>
        Sign out
      </Button>
      {leave.error === null ? null : <p role="alert">{leave.error.message}</p>}
    </div>
  )
}

import { type ReactNode, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { Dialog } from '#client/components/layout/dialog.tsx'
import { call } from '#client/lib/call.ts'
import { problemAt, troubleOf } from '#client/lib/field-problems.ts'
import type { Role } from '#contract/accounts.ts'
import { type StaffAccount, letIn, resetSecondFactor, setRoles, shutOut } from '#contract/staff.ts'
import { PasswordLinkDialog } from './password-link-dialog.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useAct } from './use-act.ts'

export type AccountAct = 'roles' | 'shutOut' | 'letIn' | 'reset' | 'password'
type Props = { readonly account: StaffAccount; readonly onClose: () => void }

const ifMatch = ({ version }: StaffAccount) => `"${version}"`

/** One act on one account, with what it means before it is done. */
export const AccountDialog = ({ act, ...props }: Props & { act: AccountAct }): ReactNode => {
  const { account } = props
  const options = { params: { id: account.id }, body: {} }
  if (act === 'roles') return <RolesDialog {...props} />
  if (act === 'password') return <PasswordLinkDialog {...props} />
  if (act === 'shutOut') {
    return (
      <Confirm {...props} title={`Shut out ${account.name}?`} word="Shut out" act={() => call(shutOut, options)}>
        Their sessions end now, they cannot sign in, and invitations they made end. Their name stays on their work. You can
        let them in again.
      </Confirm>
    )
  }
  if (act === 'letIn') {
    const again = () => call(letIn, { ...options, ifMatch: ifMatch(account) })
    return (
      <Confirm {...props} title={`Let ${account.name} in again?`} word="Let in again" act={again}>
        They sign in as before, with the same password, second factor and roles.
      </Confirm>
    )
  }
  const reset = () => call(resetSecondFactor, { ...options, ifMatch: ifMatch(account) })
  return (
    <Confirm {...props} title={`Take away the second factor of ${account.name}?`} word="Take it away" act={reset}>
      For someone who lost their app and their recovery codes: be sure that it is they who ask. Their sessions end, and
      their password alone opens the desk until they set up another.
    </Confirm>
  )
}

const Confirm = ({
  title,
  word,
  act,
  onClose,
  children,
}: Props & { title: string; word: string; act: () => Promise<unknown>; children: ReactNode }) => {
  const doing = useAct(act, onClose)
  return (
    <Dialog title={title} onClose={onClose}>
      <PlainForm onSubmit={() => doing.mutate()}>
        <p>{children}</p>
        <ErrorSummary problems={[]} message={doing.error?.message} attempt={doing.submittedAt} title="It was not done." />
        <Button type="submit" kind="primary" disabled={doing.isPending}>
          {word}
        </Button>
      </PlainForm>
    </Dialog>
  )
}

const RolesDialog = ({ account, onClose }: Props) => {
  const [roles, choose] = useState<readonly Role[]>(account.roles)
  const give = useAct(
    () => call(setRoles, { params: { id: account.id }, body: { roles: [...roles] }, ifMatch: ifMatch(account) }),
    onClose,
  )
  const trouble = troubleOf(give.error, { roles: 'Roles' })
  return (
    <Dialog title={`Roles of ${account.name}`} onClose={onClose}>
      <PlainForm onSubmit={() => give.mutate()}>
        <ErrorSummary {...trouble} attempt={give.submittedAt} title="The roles were not changed." />
        <RoleChoice chosen={roles} onChange={choose} error={problemAt(trouble, 'roles')} />
        <Button type="submit" kind="primary" disabled={give.isPending}>
          Save the roles
        </Button>
      </PlainForm>
    </Dialog>
  )
}

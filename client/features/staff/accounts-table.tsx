import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useSession } from '#client/lib/use-session.ts'
import { roleLabels } from '#contract/codes.ts'
import type { StaffAccount } from '#contract/staff.ts'
import { type AccountAct, AccountDialog } from './account-dialog.tsx'
import styles from './staff.module.css'

const words: Readonly<Record<AccountAct, string>> = {
  roles: 'Roles',
  shutOut: 'Shut out',
  letIn: 'Let in again',
  reset: 'Lost second factor',
  password: 'Forgot password',
}

const actsOn = ({ shutOutAt, secondFactor }: StaffAccount, isSelf: boolean): AccountAct[] => {
  if (isSelf) return ['roles']
  if (shutOutAt !== null) return ['letIn']
  return secondFactor ? ['roles', 'password', 'reset', 'shutOut'] : ['roles', 'password', 'shutOut']
}

export const AccountsTable = ({ accounts }: { accounts: readonly StaffAccount[] }) => {
  const self = useSession().data?.account?.id
  const [open, setOpen] = useState<{ account: StaffAccount; act: AccountAct } | null>(null)
  const columns: Column<StaffAccount>[] = [
    {
      key: 'name',
      label: 'Name',
      cell: ({ name, email }) => (
        <>
          {name}
          <p className={styles.small}>{email}</p>
        </>
      ),
    },
    { key: 'roles', label: 'Roles', cell: ({ roles }) => roles.map((role) => roleLabels[role]).join(', ') || 'None' },
    { key: 'second', label: 'Second factor', cell: ({ secondFactor }) => (secondFactor ? 'Yes' : 'No') },
    {
      key: 'state',
      label: 'State',
      cell: ({ shutOutAt, madeAt }) => (shutOutAt === null ? `Since ${formatMoment(madeAt)}` : `Shut out on ${formatMoment(shutOutAt)}`),
    },
    {
      key: 'acts',
      label: 'Change',
      cell: (account) => (
        <div className={styles.actions}>
          {actsOn(account, account.id === self).map((act) => (
            <Button key={act} small onClick={() => setOpen({ account, act })}>
              {words[act]}
              <VisuallyHidden>: {account.name}</VisuallyHidden>
            </Button>
          ))}
        </div>
      ),
    },
  ]
  return (
    <>
      <DataTable caption="Accounts" captionHidden columns={columns} rows={accounts} rowKey={({ id }) => id} />
      {open === null ? null : <AccountDialog {...open} onClose={() => setOpen(null)} />}
    </>
  )
}

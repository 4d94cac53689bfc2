import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { call } from '#client/lib/call.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { roleLabels } from '#contract/codes.ts'
import { type Invitation, withdrawInvitation } from '#contract/staff.ts'
import { useAct } from './use-act.ts'

/** Invitations that nobody has taken up yet. */
export const OpenInvitations = ({ invitations }: { invitations: readonly Invitation[] }) => {
  if (invitations.length === 0) return <Empty title="No invitation is open." />
  const columns = [
    {
      key: 'for',
      label: 'For',
      cell: ({ account, roles }: Invitation) =>
        account === null ? `A new account: ${roles.map((role) => roleLabels[role]).join(', ')}` : `A new password of ${account.name}`,
    },
    { key: 'by', label: 'Made by', cell: ({ by, madeAt }: Invitation) => `${by ?? 'the server'}, ${formatMoment(madeAt)}` },
    { key: 'ends', label: 'Ends', cell: ({ endsAt }: Invitation) => formatMoment(endsAt) },
    { key: 'withdraw', label: 'Withdraw', cell: (row: Invitation) => <Withdraw {...row} /> },
  ]
  return <DataTable caption="Open invitations" captionHidden columns={columns} rows={invitations} rowKey={({ id }) => id} />
}

const Withdraw = ({ id, madeAt }: Invitation) => {
  const withdraw = useAct(() => call(withdrawInvitation, { params: { id } }))
  return (
    <>
      <Button small disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
        Withdraw<VisuallyHidden> the invitation of {formatMoment(madeAt)}</VisuallyHidden>
      </Button>
      <ErrorSummary problems={[]} message={withdraw.error?.message} title="It was not withdrawn." />
    </>
  )
}

import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { CopyField } from '#client/components/forms/copy-field.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { call } from '#client/lib/call.ts'
import { problemAt, troubleOf } from '#client/lib/field-problems.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { requestKeys } from '#client/lib/request-keys.ts'
import type { Role } from '#contract/accounts.ts'
import { invite } from '#contract/staff.ts'
import { RoleChoice } from './role-choice.tsx'
import { useAct } from './use-act.ts'

/** Makes a one-time link for someone new. */
export const InviteForm = () => {
  const [roles, setRoles] = useState<readonly Role[]>(['contributor'])
  const [keys] = useState(requestKeys)
  const make = useAct(
    () => call(invite, { body: { roles: [...roles] }, idempotencyKey: keys.of(roles) }),
    keys.spend,
  )
  const trouble = troubleOf(make.error, { roles: 'Roles' })
  return (
    <PlainForm onSubmit={() => make.mutate()}>
      <ErrorSummary {...trouble} attempt={make.submittedAt} title="No link was made." />
      <RoleChoice chosen={roles} onChange={setRoles} error={problemAt(trouble, 'roles')} />
      <Button type="submit" kind="primary" disabled={make.isPending}>
        Make an invitation link
      </Button>
      {make.data === undefined ? null : (
        <Notice tone="caution" live>
          <p>
            <strong>This link is not shown again.</strong> It makes one account with these roles, until{' '}
            {formatMoment(make.data.endsAt)}. Send it by a way that only they can read, or hand it over.
          </p>
          <CopyField label="Invitation link" text={`${window.location.origin}${make.data.link}`} />
        </Notice>
      )}
    </PlainForm>
  )
}

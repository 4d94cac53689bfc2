import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { CopyField } from '#client/components/forms/copy-field.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { Dialog } from '#client/components/layout/dialog.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { call } from '#client/lib/call.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { newKey } from '#client/lib/new-key.ts'
import { type StaffAccount, makePasswordLink } from '#contract/staff.ts'
import { useAct } from './use-act.ts'

/** Makes a one-time link with which someone who forgot their password chooses another. */
export const PasswordLinkDialog = ({ account, onClose }: { account: StaffAccount; onClose: () => void }) => {
  const [key] = useState(newKey)
  const make = useAct(() => call(makePasswordLink, { params: { id: account.id }, body: {}, idempotencyKey: key }))
  return (
    <Dialog title={`A new password for ${account.name}?`} onClose={onClose}>
      <PlainForm onSubmit={() => make.mutate()}>
        <p>
          For someone who forgot theirs: be sure that it is they who ask. Whoever has the link chooses the password. Their
          second factor stays, and their sessions end once the link is used.
        </p>
        <ErrorSummary problems={[]} message={make.error?.message} attempt={make.submittedAt} title="No link was made." />
        {make.data === undefined ? (
          <Button type="submit" kind="primary" disabled={make.isPending}>
            Make a link
          </Button>
        ) : (
          <Notice tone="caution" live>
            <p>
              <strong>This link is not shown again.</strong> It works once, until {formatMoment(make.data.endsAt)}. Send it by
              a way that only they can read, or hand it over.
            </p>
            <CopyField label="Link for a new password" text={`${window.location.origin}${make.data.link}`} />
          </Notice>
        )}
      </PlainForm>
    </Dialog>
  )
}

import { CopyField } from '#client/components/forms/copy-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'

/** Recovery codes, shown once. */
export const RecoveryCodes = ({ codes }: { codes: readonly string[] }) => (
  <Notice tone="caution">
    <p>
      <strong>Keep these recovery codes now: they are not shown again.</strong> Each opens the desk once in place of a code
      of your app. Keep them on paper or in a password manager, not on the phone that has the app.
    </p>
    <CopyField label="Recovery codes" text={codes.join('\n')} />
  </Notice>
)

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Checkbox } from '#client/components/forms/checkbox.tsx'
import { CodeField } from '#client/components/forms/code-field.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { OwnPassword } from '#client/components/forms/own-password.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { QrCode } from '#client/components/forms/qr-code.tsx'
import { call } from '#client/lib/call.ts'
import { problemAt, troubleOf } from '#client/lib/field-problems.ts'
import { sessionKey } from '#client/lib/use-session.ts'
import { beginSecondFactor, finishSecondFactor } from '#contract/own-account.ts'
import styles from './account-settings.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'

type Begun = { readonly uri: string; readonly recoveryCodes: readonly string[] }

/** Sets up a second factor: the password, the app, and a code of it. */
export const SecondFactorSetup = () => {
  const [begun, setBegun] = useState<Begun | null>(null)
  return begun === null ? <AskPassword onBegun={setBegun} /> : <AskCode {...begun} />
}

const AskPassword = ({ onBegun }: { onBegun: (begun: Begun) => void }) => {
  const [password, setPassword] = useState('')
  const begin = useMutation({ mutationFn: () => call(beginSecondFactor, { body: { password } }), onSuccess: onBegun })
  const trouble = troubleOf(begin.error, { password: 'Password' })
  return (
    <PlainForm onSubmit={() => begin.mutate()}>
      <p>
        You need an authenticator app, on a phone or in a password manager. Signing in will then ask for a code of it after
        the password, so that a stolen password alone opens nothing.
      </p>
      <ErrorSummary {...trouble} attempt={begin.submittedAt} title="This could not be begun." />
      <OwnPassword value={password} trouble={trouble} onValue={setPassword} />
      <Button type="submit" kind="primary" disabled={begin.isPending}>
        Set up a second factor
      </Button>
    </PlainForm>
  )
}

const AskCode = ({ uri, recoveryCodes }: Begun) => {
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const [isKept, setKept] = useState(false)
  const finish = useMutation({
    mutationFn: () => call(finishSecondFactor, { body: { code } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionKey }),
  })
  const trouble = troubleOf(finish.error, { code: 'Code' })
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <PlainForm onSubmit={() => finish.mutate()}>
      <p>Scan this with your app, or type the key into it.</p>
      <QrCode text={uri} label="The key for your authenticator app as a QR code" />
      <p className={styles.secret}>
        Key: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <RecoveryCodes codes={recoveryCodes} />
      <Checkbox label="I have kept the recovery codes" checked={isKept} onChange={(event) => setKept(event.target.checked)} />
      <ErrorSummary {...trouble} attempt={finish.submittedAt} title="The second factor is not set up yet." />
      <CodeField
        id="code"
        hint="The six digits that the app shows now."
        value={code}
        error={problemAt(trouble, 'code')}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" kind="primary" disabled={finish.isPending || !isKept}>
        Turn it on
      </Button>
      {isKept ? null : <p>Say that you have kept the recovery codes to go on.</p>}
    </PlainForm>
  )
}

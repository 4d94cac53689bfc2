import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, buttonClass } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PasswordField } from '#client/components/forms/password-field.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { Entrance } from '#client/components/layout/entrance.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { call } from '#client/lib/call.ts'
import { problemAt, problemsIn, troubleOf } from '#client/lib/field-problems.ts'
import { setPasswordByLink } from '#contract/accounts.ts'
import { passwordHint } from './new-account-form.tsx'

const labels = { password: 'New password' }

/** Chooses another password with the link that an administrator made. */
export const NewPasswordPage = ({ token }: { token: string }) => (
  <Entrance title="Choose a new password" lead={<p>The link you opened works once. Your second factor, if you have one, stays.</p>}>
    {token === '' ? (
      <Notice tone="caution">
        This address has no link in it. Copy the whole link that you were sent, with what comes after the # sign, and open that.
      </Notice>
    ) : (
      <NewPasswordForm token={token} />
    )}
  </Entrance>
)

const NewPasswordForm = ({ token }: { token: string }) => {
  const [password, setPassword] = useState('')
  const [unread, setUnread] = useState<ReturnType<typeof problemsIn>>([])
  const set = useMutation({ mutationFn: () => call(setPasswordByLink, { body: { token, password } }) })
  const refused = troubleOf(set.error, labels)
  const problems = [...unread, ...refused.problems]
  if (set.isSuccess) {
    return (
      <Notice tone="plain" live>
        <p>
          <strong>Your password is set.</strong> You were signed out everywhere.
        </p>
        <p>
          <a href="/desk" className={buttonClass('primary')}>
            Sign in
          </a>
        </p>
      </Notice>
    )
  }
  const submit = () => {
    set.reset()
    const read = setPasswordByLink.body.safeParse({ token, password })
    const found = read.success ? [] : problemsIn(Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message])), labels)
    setUnread(found)
    if (found.length === 0) set.mutate()
  }
  return (
    <PlainForm onSubmit={submit}>
      <ErrorSummary problems={problems} message={refused.message} title="The password was not set." />
      <PasswordField
        id="password"
        label={labels.password}
        autoComplete="new-password"
        hint={passwordHint}
        value={password}
        error={problemAt({ problems }, 'password')}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" kind="primary" disabled={set.isPending}>
        {set.isPending ? 'Setting the password …' : 'Set the password'}
      </Button>
    </PlainForm>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary, type FieldProblem } from '#client/components/forms/error-summary.tsx'
import { PasswordField } from '#client/components/forms/password-field.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { Entrance } from '#client/components/layout/entrance.tsx'
import { call } from '#client/lib/call.ts'
import { type Session, sessionKey } from '#client/lib/use-session.ts'
import { signIn } from '#contract/accounts.ts'
import { SecondStep } from './second-step.tsx'

/** Stands in for every page of the desk until someone is signed in; the address stays, so the page asked for comes next. */
export const SignInPage = ({ session, onSignedIn }: { session: Session; onSignedIn: () => void }) => {
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<readonly FieldProblem[]>([])
  const [isSecondStep, setSecondStep] = useState(false)
  const done = async () => {
    await queries.invalidateQueries({ queryKey: sessionKey })
    onSignedIn()
  }
  const enter = useMutation({
    mutationFn: () => call(signIn, { body: { email: email.trim(), password } }),
    onSuccess: async ({ secondFactorNeeded }) => {
      if (secondFactorNeeded) {
        setPassword('')
        setSecondStep(true)
        return
      }
      await done()
    },
  })
  const submit = () => {
    const problems = [
      ...(email.trim() === '' ? [{ id: 'email', label: 'E-mail', message: 'Type your e-mail address.' }] : []),
      ...(password === '' ? [{ id: 'password', label: 'Password', message: 'Type your password.' }] : []),
    ]
    setMissing(problems)
    enter.reset()
    if (problems.length === 0) enter.mutate()
  }
  const messageOf = (id: string) => missing.find((problem) => problem.id === id)?.message
  if (isSecondStep) return <SecondStep onDone={() => void done()} onBack={() => setSecondStep(false)} />
  return (
    <Entrance title="Sign in" lead={<p>The desk is where the register is kept. It is for the people who work on it.</p>}>
      {session.needsFirstAccount ? (
        <Notice tone="caution">
          There is no account yet. The server printed a link when it started: open it to make the first account.
        </Notice>
      ) : null}
      <PlainForm onSubmit={submit}>
        <ErrorSummary problems={missing} message={enter.error?.message} title="You are not signed in." />
        <TextField
          id="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          value={email}
          error={messageOf('email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          id="password"
          label="Password"
          autoComplete="current-password"
          value={password}
          error={messageOf('password')}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" kind="primary" disabled={enter.isPending}>
          {enter.isPending ? 'Signing in …' : 'Sign in'}
        </Button>
      </PlainForm>
    </Entrance>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { confirmIdentity } from '#contract/own-account.ts'
import { Button } from '../components/forms/button.tsx'
import { CodeField } from '../components/forms/code-field.tsx'
import { ErrorSummary } from '../components/forms/error-summary.tsx'
import { OwnPassword } from '../components/forms/own-password.tsx'
import { PlainForm } from '../components/forms/plain-form.tsx'
import { Dialog } from '../components/layout/dialog.tsx'
import { ApiError } from '../lib/api-error.ts'
import { call } from '../lib/call.ts'
import { problemAt, troubleOf } from '../lib/field-problems.ts'
import { freshSignIn } from '../lib/fresh-sign-in.ts'
import { sessionKey, useSession } from '../lib/use-session.ts'

type Answer = (given: boolean) => void

/** Refused for want of a fresh sign-in, and for nothing else. */
const isForWant = (refusal: unknown): boolean => refusal instanceof ApiError && refusal.code === 'fresh_sign_in_required'

/** Asks for the password again where an act needs it, and lets the act go on. */
export const FreshSignIn = () => {
  const [waiting, setWaiting] = useState<readonly Answer[]>([])
  useEffect(() => {
    freshSignIn.ask = (refusal) =>
      isForWant(refusal) ? new Promise((resolve) => setWaiting((others) => [...others, resolve])) : Promise.resolve(false)
    return () => {
      freshSignIn.ask = () => Promise.resolve(false)
    }
  }, [])
  if (waiting.length === 0) return null
  const answer = (given: boolean) => {
    for (const resolve of waiting) resolve(given)
    setWaiting([])
  }
  return <AskAgain onGiven={() => answer(true)} onClose={() => answer(false)} />
}

const AskAgain = ({ onGiven, onClose }: { onGiven: () => void; onClose: () => void }) => {
  const queries = useQueryClient()
  const isEnrolled = useSession().data?.secondFactor.enrolled ?? false
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => call(confirmIdentity, { body: { password, ...(isEnrolled ? { code } : {}) } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionKey })
      onGiven()
    },
  })
  const trouble = troubleOf(confirm.error, { password: 'Password', code: 'Code' })
  return (
    <Dialog title="Your password again" onClose={onClose}>
      <PlainForm onSubmit={() => confirm.mutate()}>
        <p>What you are about to do asks for a fresh sign-in. It then holds for ten minutes.</p>
        <ErrorSummary {...trouble} attempt={confirm.submittedAt} title="Nothing was done." />
        <OwnPassword label="Password" value={password} trouble={trouble} onValue={setPassword} />
        {isEnrolled ? (
          <CodeField id="code" value={code} error={problemAt(trouble, 'code')} onChange={(event) => setCode(event.target.value)} />
        ) : null}
        <Button type="submit" kind="primary" disabled={confirm.isPending}>
          Go on
        </Button>
      </PlainForm>
    </Dialog>
  )
}

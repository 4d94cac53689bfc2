import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { CodeField } from '#client/components/forms/code-field.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { Entrance } from '#client/components/layout/entrance.tsx'
import { call } from '#client/lib/call.ts'
import { problemAt, troubleOf } from '#client/lib/field-problems.ts'
import { giveSecondFactor } from '#contract/accounts.ts'

/** The second step of signing in, for who has a second factor. */
export const SecondStep = ({ onDone, onBack }: { onDone: () => void; onBack: () => void }) => {
  const [code, setCode] = useState('')
  const give = useMutation({ mutationFn: () => call(giveSecondFactor, { body: { code } }), onSuccess: onDone })
  const trouble = troubleOf(give.error, { code: 'Code' })
  return (
    <Entrance title="Your second factor" lead={<p>The password was right. One more step.</p>}>
      <PlainForm onSubmit={() => give.mutate()}>
        <ErrorSummary {...trouble} attempt={give.submittedAt} title="You are not signed in." />
        <CodeField id="code" value={code} error={problemAt(trouble, 'code')} onChange={(event) => setCode(event.target.value)} />
        <Button type="submit" kind="primary" disabled={give.isPending}>
          {give.isPending ? 'Signing in …' : 'Sign in'}
        </Button>
        <Button kind="plain" onClick={onBack}>
          Begin again
        </Button>
      </PlainForm>
    </Entrance>
  )
}

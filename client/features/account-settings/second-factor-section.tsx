import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { OwnPassword } from '#client/components/forms/own-password.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { Dialog } from '#client/components/layout/dialog.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import { troubleOf } from '#client/lib/field-problems.ts'
import { sessionKey, useSession } from '#client/lib/use-session.ts'
import { makeRecoveryCodes, removeSecondFactor } from '#contract/own-account.ts'
import styles from './account-settings.module.css'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'

export const SecondFactorSection = () => {
  const session = useSession().data
  const isOn = session?.secondFactor.enrolled ?? false
  return (
    <Section title="Second factor" note={isOn ? 'On: signing in asks for a code of your app.' : 'Off: your password alone opens the desk.'}>
      {isOn ? <Enrolled mayRemove={session?.settings.twoFactorsRequired !== true} /> : <SecondFactorSetup />}
    </Section>
  )
}

const Enrolled = ({ mayRemove }: { mayRemove: boolean }) => {
  const queries = useQueryClient()
  const [asked, setAsked] = useState<'codes' | 'remove' | null>(null)
  const remove = useMutation({
    mutationFn: () => call(removeSecondFactor),
    onSuccess: async () => {
      setAsked(null)
      await queries.invalidateQueries({ queryKey: sessionKey })
    },
  })
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={() => setAsked('codes')}>New recovery codes</Button>
        {mayRemove ? <Button onClick={() => setAsked('remove')}>Remove the second factor</Button> : null}
      </div>
      {mayRemove ? null : <p>The staff of this desk must use two factors: an administrator can take yours away when you lose it.</p>}
      {asked === 'codes' ? (
        <Dialog title="New recovery codes" onClose={() => setAsked(null)}>
          <NewCodes />
        </Dialog>
      ) : null}
      {asked === 'remove' ? (
        <Dialog title="Remove the second factor?" onClose={() => setAsked(null)}>
          <p>Your password alone will open the desk, for you and for whoever learns it.</p>
          <ErrorSummary problems={[]} message={remove.error?.message} title="It was not removed." />
          <Button kind="primary" disabled={remove.isPending} onClick={() => remove.mutate()}>
            Remove it
          </Button>
        </Dialog>
      ) : null}
    </>
  )
}

const NewCodes = () => {
  const [password, setPassword] = useState('')
  const make = useMutation({ mutationFn: () => call(makeRecoveryCodes, { body: { password } }) })
  const trouble = troubleOf(make.error, { password: 'Password' })
  if (make.data !== undefined) return <RecoveryCodes codes={make.data.recoveryCodes} />
  return (
    <PlainForm onSubmit={() => make.mutate()}>
      <p>The codes you have now will no longer work.</p>
      <ErrorSummary {...trouble} attempt={make.submittedAt} title="No codes were made." />
      <OwnPassword value={password} trouble={trouble} onValue={setPassword} />
      <Button type="submit" kind="primary" disabled={make.isPending}>
        Make new codes
      </Button>
    </PlainForm>
  )
}

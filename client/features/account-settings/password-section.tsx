import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PasswordField } from '#client/components/forms/password-field.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import { problemAt, troubleOf } from '#client/lib/field-problems.ts'
import { useSession } from '#client/lib/use-session.ts'
import { passwordLength } from '#contract/account-fields.ts'
import { changePassword } from '#contract/own-account.ts'

const labels = { current: 'Present password', password: 'New password' } as const
const empty = { current: '', password: '' }

export const PasswordSection = () => {
  const queries = useQueryClient()
  const isEnrolled = useSession().data?.secondFactor.enrolled ?? false
  const [typed, setTyped] = useState<Readonly<Record<keyof typeof labels, string>>>(empty)
  const change = useMutation({
    mutationFn: () => call(changePassword, { body: typed }),
    onSuccess: async () => {
      // This session has ended too: the sign-in page comes next.
      if (isEnrolled) window.location.reload()
      setTyped(empty)
      await queries.invalidateQueries()
    },
  })
  const trouble = troubleOf(change.error, labels)
  const field = (name: keyof typeof labels) => ({
    id: name,
    label: labels[name],
    value: typed[name],
    error: problemAt(trouble, name),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  return (
    <Section title="Password">
      <PlainForm onSubmit={() => change.mutate()}>
        <ErrorSummary {...trouble} attempt={change.submittedAt} title="The password was not changed." />
        {change.isSuccess ? <Notice live>The password is changed. Every other session has ended.</Notice> : null}
        <PasswordField {...field('current')} autoComplete="current-password" />
        <PasswordField
          {...field('password')}
          autoComplete="new-password"
          hint={`At least ${passwordLength.min} characters. Four or five words that you can remember are better than signs you cannot.`}
        />
        <Button type="submit" disabled={change.isPending}>
          Change the password
        </Button>
        <p>Every other session of yours ends with it{isEnrolled ? ', and this one too: you sign in again with your second factor' : ''}.</p>
      </PlainForm>
    </Section>
  )
}

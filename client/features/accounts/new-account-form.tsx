import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary, type FieldProblem } from '#client/components/forms/error-summary.tsx'
import { PasswordField } from '#client/components/forms/password-field.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { call } from '#client/lib/call.ts'
import { problemAt, problemsIn, troubleOf } from '#client/lib/field-problems.ts'
import { sessionKey } from '#client/lib/use-session.ts'
import { type acceptInvitation, createFirstAccount, passwordLength } from '#contract/accounts.ts'

const labels = { name: 'Name', email: 'E-mail', password: 'Password' } as const
type Name = keyof typeof labels

export const passwordHint = `At least ${passwordLength.min} characters. Four or five words that you can remember are better than signs you cannot.`

/** Makes an account with a one-time link: the first, or the one someone was invited to. */
export const NewAccountForm = ({
  endpoint,
  token,
  onMade,
}: {
  endpoint: typeof createFirstAccount | typeof acceptInvitation
  token: string
  onMade: () => void
}) => {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>({ name: '', email: '', password: '' })
  const [unread, setUnread] = useState<readonly FieldProblem[]>([])
  const make = useMutation({
    mutationFn: () => call(endpoint, { body: { token, ...typed } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionKey })
      onMade()
    },
  })
  const submit = () => {
    make.reset()
    const read = createFirstAccount.body.safeParse({ token, ...typed })
    const problems = read.success
      ? []
      : problemsIn(Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message])), labels)
    setUnread(problems)
    if (problems.length === 0) make.mutate()
  }
  const refused = troubleOf(make.error, labels)
  const problems = [...unread, ...refused.problems]
  const field = (name: Name) => ({
    id: name,
    label: labels[name],
    value: typed[name],
    error: problemAt({ problems }, name),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  return (
    <PlainForm onSubmit={submit}>
      <ErrorSummary problems={problems} message={refused.message} title="The account was not made." />
      <TextField {...field('name')} autoComplete="name" hint="What you enter and review is signed with it, at the desk only." />
      <TextField {...field('email')} type="email" autoComplete="username" hint="You sign in with it. Nothing is sent to it." />
      <PasswordField {...field('password')} autoComplete="new-password" hint={passwordHint} />
      <Button type="submit" kind="primary" disabled={make.isPending}>
        {make.isPending ? 'Making the account …' : 'Make the account'}
      </Button>
    </PlainForm>
  )
}

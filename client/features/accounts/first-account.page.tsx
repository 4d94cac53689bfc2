import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary, type FieldProblem } from '#client/components/forms/error-summary.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { ApiError } from '#client/lib/api-error.ts'
import { call } from '#client/lib/call.ts'
import { sessionKey } from '#client/lib/use-session.ts'
import { createFirstAccount, passwordLength } from '#contract/accounts.ts'
import styles from './accounts.module.css'
import { Entrance } from './entrance.tsx'
import { PasswordField } from './password-field.tsx'

const labels = { name: 'Name', email: 'E-mail', password: 'Password' } as const
type Name = keyof typeof labels

const problemsIn = (fields: Readonly<Record<string, string>>): FieldProblem[] =>
  Object.entries(fields).flatMap(([field, message]) =>
    field in labels ? [{ id: field, label: labels[field as Name], message }] : [],
  )

/** Makes the first account with the link the server printed. */
export const FirstAccountPage = ({ token, onMade }: { token: string; onMade: () => void }) => {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>({ name: '', email: '', password: '' })
  const [refused, setRefused] = useState<readonly FieldProblem[]>([])
  const make = useMutation({
    mutationFn: () => call(createFirstAccount, { body: { token, ...typed } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionKey })
      onMade()
    },
    onError: (error) => setRefused(error instanceof ApiError ? problemsIn(error.fields) : []),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.reset()
    const read = createFirstAccount.body.safeParse({ token, ...typed })
    const problems = read.success
      ? []
      : problemsIn(Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message])))
    setRefused(problems)
    if (problems.length === 0) make.mutate()
  }
  const field = (name: Name) => ({
    id: name,
    label: labels[name],
    value: typed[name],
    error: refused.find((problem) => problem.id === name)?.message,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  })
  return (
    <Entrance title="Make the first account" lead={<p>It can do everything at this desk: enter, review and publish. Accounts for others are not part of this version yet.</p>}>
      {token === '' ? (
        <Notice tone="caution">
          This address has no link in it. Copy the whole link that the server printed when it started, and open that.
        </Notice>
      ) : (
        <form className={styles.form} onSubmit={submit} noValidate>
          <ErrorSummary
            problems={refused}
            message={refused.length === 0 ? make.error?.message : undefined}
            title="The account was not made."
          />
          <TextField {...field('name')} autoComplete="name" hint="What you enter and review is signed with it, at the desk only." />
          <TextField {...field('email')} type="email" autoComplete="username" hint="You sign in with it. Nothing is sent to it." />
          <PasswordField
            {...field('password')}
            autoComplete="new-password"
            hint={`At least ${passwordLength.min} characters. Four or five words that you can remember are better than signs you cannot.`}
          />
          <Button type="submit" kind="primary" disabled={make.isPending}>
            {make.isPending ? 'Making the account …' : 'Make the account'}
          </Button>
        </form>
      )}
    </Entrance>
  )
}

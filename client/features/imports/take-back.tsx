import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import { newKey } from '#client/lib/new-key.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import { contentRoles } from '#contract/access.ts'
import type { Import } from '#contract/import-view.ts'
import { createProposal } from '#contract/proposals.ts'
import styles from './imports.module.css'

/** Proposes to take back a whole import that is in the register. */
export const TakeBack = ({ of }: { of: Import }) => {
  const mayWrite = useHasRole(...contentRoles)
  if (of.state !== 'applied' || of.changesetId === null || !mayWrite) return null
  return <TakeBackForm changeset={of.changesetId} />
}

const TakeBackForm = ({ changeset }: { changeset: number }) => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string | undefined>()
  const propose = useMutation({
    mutationFn: () =>
      call(createProposal, { body: { kind: 'undo', changeKind: 'correction', reason, body: { act: 'undo', changeset } }, idempotencyKey: newKey() }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['answer'] })
      await navigate({ to: '/proposals/$id', params: { id: `P-${id}` } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(reason.trim() === '' ? 'Say why, in a few words.' : undefined)
    if (reason.trim() !== '') propose.mutate()
  }
  return (
    <Section title="Take it back" note="All of it, as a proposal">
      <form className={styles.form} onSubmit={submit} noValidate>
        <ErrorSummary
          problems={missing === undefined ? [] : [{ id: 'take-back-reason', label: 'Reason', message: missing }]}
          message={propose.error?.message}
          title="This was not proposed."
        />
        <TextField id="take-back-reason" label="Reason" value={reason} error={missing} onChange={(event) => setReason(event.target.value)} />
        <Button type="submit" disabled={propose.isPending}>
          Propose to take this import back
        </Button>
      </form>
    </Section>
  )
}

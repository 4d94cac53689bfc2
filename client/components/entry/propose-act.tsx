import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextArea } from '#client/components/forms/text-field.tsx'
import { ApiError } from '#client/lib/api-error.ts'
import { call } from '#client/lib/call.ts'
import { requestKeys } from '#client/lib/request-keys.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import { createProposal } from '#contract/proposals.ts'
import styles from './entry.module.css'

type Act = Extract<BodyOf<typeof createProposal>, { readonly kind: 'merge' | 'undo' | 'redaction' }>

/** An act before its reason is typed. */
export type ActWithoutReason = { readonly [Kind in Act['kind']]: Pick<Extract<Act, { readonly kind: Kind }>, 'kind' | 'changeKind' | 'body'> }[Act['kind']]

/** Asks why and proposes an act; the proposal opens, where it is seen what it would change. What was typed stays whatever the server answers. */
export const ProposeAct = ({
  act,
  button,
  hint,
  onCancel,
}: {
  act: ActWithoutReason
  button: string
  hint: string
  onCancel?: () => void
}) => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const id = useId()
  const [reason, setReason] = useState('')
  const [keys] = useState(requestKeys)
  const [isMissing, setMissing] = useState(false)
  const propose = useMutation({
    mutationFn: (said: string) => {
      const body = { ...act, reason: said, recordId: null, baseVersion: null, draft: null } as Act
      return call(createProposal, { body, idempotencyKey: keys.of(body) })
    },
    onSuccess: async (proposal) => {
      await queries.invalidateQueries({ queryKey: ['answer'] })
      await navigate({ to: '/proposals/$id', params: { id: `P-${proposal.id}` } })
    },
  })
  const missing = isMissing && reason.trim() === '' ? 'Say why, in a few words.' : undefined
  const aboutReason = propose.error instanceof ApiError ? propose.error.fields['reason'] : undefined
  const inReason = missing ?? (propose.variables === reason ? aboutReason : undefined)
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(true)
        if (reason.trim() !== '') propose.mutate(reason)
      }}
    >
      <ErrorSummary
        problems={inReason === undefined ? [] : [{ id, label: 'Reason', message: inReason }]}
        message={aboutReason === undefined ? propose.error?.message : undefined}
        title="It was not proposed."
      />
      <TextArea id={id} label="Reason" hint={hint} rows={2} value={reason} error={inReason} onChange={(event) => setReason(event.target.value)} />
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={propose.isPending}>
          {button}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>Leave it</Button>}
      </div>
    </form>
  )
}

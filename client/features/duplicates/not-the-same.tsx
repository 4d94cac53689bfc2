import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { call } from '#client/lib/call.ts'
import { requestKeys } from '#client/lib/request-keys.ts'
import { addVerdict } from '#contract/duplicates.ts'
import styles from './duplicates.module.css'

/** Says that two people are not the same, and asks how that is known. */
export const NotTheSame = ({ a, b }: { a: number; b: number }) => {
  const queries = useQueryClient()
  const id = useId()
  const [keys] = useState(requestKeys)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const say = useMutation({
    mutationFn: () => call(addVerdict, { body: { a, b, reason }, idempotencyKey: keys.of([a, b, reason]) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['answer'] }),
  })
  if (say.isSuccess) return <p role="status">Kept: these are two people. They are not asked about again.</p>
  if (!isOpen) {
    return (
      <Button onClick={() => setOpen(true)}>
        Not the same…
      </Button>
    )
  }
  const missing = isMissing && reason.trim() === '' ? 'Say how you know that these are two people.' : undefined
  return (
    <form
      className={styles.verdict}
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(true)
        if (reason.trim() !== '') say.mutate()
      }}
    >
      <ErrorSummary problems={missing === undefined ? [] : [{ id, label: 'Reason', message: missing }]} message={say.error?.message} title="It was not kept." />
      <TextField
        id={id}
        label="How do you know that these are two people?"
        hint="It is kept for good and they are not asked about again."
        value={reason}
        error={missing}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={say.isPending}>
          They are two people
        </Button>
        <Button onClick={() => setOpen(false)}>Leave it</Button>
      </div>
    </form>
  )
}

import { type FormEvent, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Checkbox } from '#client/components/forms/checkbox.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextArea } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import { counted } from '#contract/charts/format-count.ts'
import type { Import } from '#contract/import-view.ts'
import { submitImport } from '#contract/imports.ts'
import styles from './imports.module.css'
import { useChange } from './use-import.ts'

/** Proposes the import. Every row is checked once more before. */
export const SubmitForm = ({ of }: { of: Import }) => {
  const [reason, setReason] = useState('')
  const [goAhead, setGoAhead] = useState(false)
  const [missing, setMissing] = useState<string | undefined>()
  const submit = useChange<{ reason: string; leaveOutOthers: boolean }>(of, (body, aimed) => call(submitImport, { ...aimed, body }))
  const states = of.counts?.states
  const ready = (states?.fine ?? 0) + (states?.warning ?? 0)
  const open = (states?.question ?? 0) + (states?.error ?? 0)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setMissing(reason.trim() === '' ? 'Say why, in a few words.' : undefined)
    if (reason.trim() !== '') submit.mutate({ reason, leaveOutOthers: goAhead })
  }
  return (
    <Section title="Propose it" note={`${counted(ready, 'row', 'rows')} can go in`}>
      <form className={styles.form} onSubmit={send} noValidate>
        <ErrorSummary
          problems={missing === undefined ? [] : [{ id: 'import-reason', label: 'Reason', message: missing }]}
          message={submit.error?.message}
          title="It was not proposed."
        />
        {open === 0 ? null : (
          <Checkbox
            label={`Go ahead without the ${counted(open, 'row', 'rows')} that cannot go in yet: they are left out and forgotten`}
            checked={goAhead}
            onChange={(event) => setGoAhead(event.target.checked)}
          />
        )}
        <TextArea
          id="import-reason"
          label="Reason"
          hint="The reviewer reads it, and it stays in the history."
          rows={2}
          value={reason}
          error={missing}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" kind="primary" disabled={of.task !== null || submit.isPending}>
          Propose as one import
        </Button>
      </form>
    </Section>
  )
}

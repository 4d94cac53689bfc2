import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Checkbox } from '#client/components/forms/checkbox.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { ChangeList } from '#client/components/records/change-list.tsx'
import { useHeardIn } from '#client/lib/use-heard-in.ts'
import type { ProposedChange } from '#contract/proposals.ts'
import { DoNoHarm } from './do-no-harm.tsx'
import styles from './entry.module.css'
import { Warnings } from './warnings.tsx'
import { commentOf, keyOf, unquotedOf, usualReasons } from './unquoted.ts'

/**
 * What will be stored, each value beside its words, before it is sent: the last look of the one
 * who enters it. A value without words asks why.
 */
export const CheckStep = ({
  changes,
  warnings,
  isNew,
  isSaving,
  publicView,
  onChange,
  onBack,
  onSend,
}: {
  changes: readonly ProposedChange[]
  warnings: readonly string[]
  isNew: boolean
  isSaving: boolean
  publicView: ReactNode
  /** Goes back to the field that a value stands in. */
  onChange: (path: string) => void
  onBack: () => void
  onSend: (comment: string | null) => void
}) => {
  const id = useId()
  const step = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [hasLooked, setLooked] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => heading.current?.focus(), [])

  const unquoted = unquotedOf(changes)
  const fieldOf = (change: ProposedChange) => `${id}-${keyOf(change)}`.replaceAll(/\W+/g, '-')
  const problems = [
    ...unquoted
      .filter((change) => (reasons[keyOf(change)] ?? '').trim() === '')
      .map((change) => ({ id: fieldOf(change), label: change.label, message: 'Say why no words are kept, or go back and quote some.' })),
    ...(hasLooked ? [] : [{ id: `${id}-harm`, label: 'Who could be harmed', message: 'Look at the list, then tick that you did.' }]),
  ]
  const shown = attempt === 0 ? [] : problems
  const send = () => {
    setAttempt((count) => count + 1)
    if (problems.length === 0) onSend(commentOf(unquoted, reasons))
  }
  useHeardIn(step, 'keydown', (pressed) => {
    if (pressed.key !== 'Enter' || !(pressed.ctrlKey || pressed.metaKey)) return
    pressed.preventDefault()
    send()
  })
  return (
    <div ref={step} className={styles.form}>
      <h2 ref={heading} tabIndex={-1}>
        Check what will be stored
      </h2>
      <ErrorSummary problems={shown} attempt={attempt} title="This is not sent yet." />
      <Warnings warnings={warnings} />
      <Section title="Each value beside its words">
        <ChangeList changes={changes} isNew={isNew} before="The record now" after="As you have it" onChange={onChange} />
      </Section>
      {unquoted.length === 0 ? null : (
        <Section title="Without words of a source" note="The reviewer reads your reason">
          <div className={styles.stack}>
            {unquoted.map((change) => (
              <TextField
                key={keyOf(change)}
                id={fieldOf(change)}
                label={`${change.label}: why no words are kept`}
                hint={change.after}
                list={`${id}-reasons`}
                autoComplete="off"
                error={shown.find((problem) => problem.id === fieldOf(change))?.message}
                value={reasons[keyOf(change)] ?? ''}
                onChange={(event) => setReasons({ ...reasons, [keyOf(change)]: event.target.value })}
              />
            ))}
            <datalist id={`${id}-reasons`}>
              {usualReasons.map((reason) => (
                <option key={reason}>{reason}</option>
              ))}
            </datalist>
          </div>
        </Section>
      )}
      {publicView === null ? null : <Section title="How the public will read it">{publicView}</Section>}
      <Section title="Who could be harmed">
        <DoNoHarm />
        <Checkbox
          id={`${id}-harm`}
          label="I looked for these: none of them is in what is sent"
          checked={hasLooked}
          onChange={(event) => setLooked(event.target.checked)}
        />
      </Section>
      <div className={styles.save}>
        <Button kind="primary" disabled={isSaving} onClick={send}>
          {isSaving ? 'Saving …' : 'Save as a proposal'}
        </Button>
        <Button onClick={onBack}>Back to the form</Button>
        <span className={styles.muted}>It waits for review; nothing is public yet. Ctrl+Enter saves.</span>
      </div>
    </div>
  )
}

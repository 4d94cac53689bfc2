import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { type ImportProblem, severityLabels } from '#contract/import-settings.ts'
import styles from './imports.module.css'

const isRef = (text: string): boolean => /^(?:D-[1-9]\d{0,14}|row [1-9]\d{0,6})$/.test(text)

/** Whether a row is about someone who is known already: a person answers, and says why where it is another. */
export const PersonAnswer = ({
  problem,
  name,
  isFree,
  mayEdit,
  onAnswer,
}: {
  problem: ImportProblem
  name: string
  isFree: boolean
  mayEdit: boolean
  onAnswer: (is: string, reason: string) => void
}) => {
  const [who, setWho] = useState(problem.suggestion ?? '')
  const [reason, setReason] = useState('')
  return (
    <div className={styles.problem} data-severity={problem.severity}>
      <p>
        <strong>{severityLabels[problem.severity]}.</strong> {problem.reason}
      </p>
      {mayEdit ? (
        <div className={styles.grid}>
          <div className={styles.cell}>
            <TextField label={`The same person as (${name})`} hint="D-5, or row 12" value={who} onChange={(event) => setWho(event.target.value)} />
            <Button small disabled={!isFree || !isRef(who)} onClick={() => onAnswer(who, reason)}>
              The same person<VisuallyHidden>: {name}</VisuallyHidden>
            </Button>
          </div>
          <div className={styles.cell}>
            <TextField label={`Why it is another person (${name})`} value={reason} onChange={(event) => setReason(event.target.value)} />
            <Button small disabled={!isFree || reason.trim() === ''} onClick={() => onAnswer('new', reason)}>
              Another person<VisuallyHidden>: {name}</VisuallyHidden>
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

import type { ReactNode } from 'react'
import { TextField } from '#client/components/forms/text-field.tsx'
import { readDate } from '#contract/dates/read-date.ts'
import { useField } from './form-context.ts'
import styles from './entry.module.css'

/** A date as people write it; under it, how it is read. */
export const DateField = ({
  id,
  label,
  hint,
  text,
  onText,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  text: string
  onText: (text: string) => void
}) => {
  const read = readDate(text)
  return (
    <div className={styles.echoed}>
      <TextField
        {...useField(id)}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
      />
      <output className={'problem' in read ? styles.unread : styles.reading}>
        {'problem' in read ? read.problem : read.reading}
      </output>
    </div>
  )
}

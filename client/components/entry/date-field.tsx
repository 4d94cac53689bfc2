import { TextField } from '#client/components/forms/text-field.tsx'
import { readDate } from '#contract/dates/read-date.ts'
import { useField } from './form-context.ts'
import styles from './entry.module.css'
import type { TypedField } from './typed-field.ts'

/** A date as people write it; under it, how it is read. */
export const DateField = ({ id, label, hint, text, onText }: TypedField) => {
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

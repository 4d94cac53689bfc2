import { useState } from 'react'
import { type TypedRange, readTypedRange } from '#client/lib/read-typed-range.ts'
import { Button } from '../forms/button.tsx'
import { TextField } from '../forms/text-field.tsx'
import styles from './filters.module.css'

/** Two dates typed as people write them ("2024", "June 2025", "13 December 2025"), applied together. */
export const DateRange = ({
  from,
  to,
  fromLabel = 'From',
  toLabel = 'To',
  onChange,
}: TypedRange & {
  fromLabel?: string
  toLabel?: string
  onChange: (range: TypedRange) => void
}) => {
  const [typed, setTyped] = useState<TypedRange>({ from, to })
  const [applied, setApplied] = useState<TypedRange>({ from, to })
  const [problems, setProblems] = useState<Partial<TypedRange>>({})
  if (applied.from !== from || applied.to !== to) {
    setApplied({ from, to })
    setTyped({ from, to })
    setProblems({})
  }
  const apply = async () => {
    const reading = await readTypedRange(typed)
    if ('problems' in reading) {
      setProblems(reading.problems)
      return
    }
    setProblems({})
    setTyped(reading.range)
    if (reading.range.from !== from || reading.range.to !== to) onChange(reading.range)
  }
  return (
    <form
      className={styles.range}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void apply()
      }}
    >
      <div className={styles.date}>
        <TextField
          label={fromLabel}
          value={typed.from}
          placeholder="such as 2024"
          autoComplete="off"
          error={problems.from}
          onChange={(event) => setTyped({ ...typed, from: event.target.value })}
        />
      </div>
      <div className={styles.date}>
        <TextField
          label={toLabel}
          value={typed.to}
          placeholder="such as June 2025"
          autoComplete="off"
          error={problems.to}
          onChange={(event) => setTyped({ ...typed, to: event.target.value })}
        />
      </div>
      <Button type="submit">Set dates</Button>
    </form>
  )
}

import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import styles from './imports.module.css'

/** A cell that can be corrected in place: Enter, or the button, keeps it. */
export const CellField = ({
  label,
  name,
  value,
  isFree,
  mayEdit,
  onFix,
}: {
  label: string
  /** Which row it is in, for those who hear the button alone. */
  name: string
  value: string
  isFree: boolean
  mayEdit: boolean
  onFix: (value: string) => void
}) => {
  const [typed, setTyped] = useState(value)
  if (!mayEdit) {
    return (
      <p>
        <strong>{label}:</strong> {value}
      </p>
    )
  }
  const keep = () => {
    if (typed !== value && isFree) onFix(typed)
  }
  return (
    <div className={styles.cell}>
      <TextField
        label={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
      <Button small disabled={!isFree || typed === value} aria-label={`Keep the correction: ${label}, ${name}`} onClick={keep}>
        Keep the correction
      </Button>
    </div>
  )
}

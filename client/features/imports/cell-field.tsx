import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import styles from './imports.module.css'

/** A cell that can be corrected in place: Enter, or the button, keeps it. */
export const CellField = ({
  label,
  name,
  value,
  isFree,
  mayEdit,
  onFix,
  onFixAll,
}: {
  label: string
  /** Which row it is in, for those who hear the button alone. */
  name: string
  value: string
  isFree: boolean
  mayEdit: boolean
  onFix: (value: string) => void
  /** Left out where a correction is about one cell only. */
  onFixAll?: (value: string) => void
}) => {
  const [typed, setTyped] = useState(value)
  const isAsked = useRef(false)
  const keep = () => {
    // Asked for while the rows are being worked on, it is kept as soon as they are free.
    isAsked.current = !isFree
    if (isFree && typed !== value) onFix(typed)
  }
  const keepWhatWasAsked = useEffectEvent(() => {
    if (isAsked.current) keep()
  })
  useEffect(() => {
    if (isFree) keepWhatWasAsked()
  }, [isFree])
  if (!mayEdit) {
    return (
      <p>
        <strong>{label}:</strong> {value}
      </p>
    )
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
      <Button small disabled={!isFree || typed === value} onClick={keep}>
        Keep the correction
        <VisuallyHidden>
          : {label}, {name}
        </VisuallyHidden>
      </Button>
      {onFixAll === undefined || value.trim() === '' ? null : (
        <Button
          small
          kind="plain"
          disabled={!isFree || typed === value}
          onClick={() => onFixAll(typed)}
        >
          In the whole column
          <VisuallyHidden>
            : {label}, {name}
          </VisuallyHidden>
        </Button>
      )}
    </div>
  )
}

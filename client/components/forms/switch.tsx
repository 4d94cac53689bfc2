import { useId } from 'react'
import { useShown } from '#client/lib/use-shown.ts'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'
import type { Option } from './text-field.tsx'
import styles from './fields.module.css'

/** One choice of a few, all of them in view. */
export const Switch = ({
  label,
  value,
  options,
  onChange,
}: {
  /** Read out before the choices. */
  label: string
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
}) => {
  const name = useId()
  const [shown, show] = useShown(value)
  return (
    <fieldset data-screen-only="">
      <legend>
        <VisuallyHidden>{label}</VisuallyHidden>
      </legend>
      <div className={styles.switch}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === shown}
              onChange={() => {
                show(option.value)
                onChange(option.value)
              }}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import { type ReactNode, useId } from 'react'
import styles from './fields.module.css'

/** What a control needs to be found by its label and read with its hint and its error. */
export type ControlProps = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A labelled control with a hint and an error; `id` lets an error summary link to it. */
export const Field = ({
  label,
  hint,
  error,
  id: givenId,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  id?: string
  children: (control: ControlProps) => ReactNode
}) => {
  const ownId = useId()
  const id = givenId ?? ownId
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean)
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <div className={styles.error} id={`${id}-error`}>
          {error}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  )
}

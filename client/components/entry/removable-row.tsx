import type { ReactNode } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { useForm } from './form-context.ts'
import styles from './entry.module.css'

/** One row of a list in the form, named, with what is wrong with the row as a whole and a way to remove it. */
export const RemovableRow = ({
  uid,
  title,
  name,
  onRemove,
  children,
}: {
  uid: string
  title: ReactNode
  /** What it is called where it is spoken of. */
  name: string
  /** Left out where the row belongs to every form. */
  onRemove?: () => void
  children: ReactNode
}) => {
  const problem = useForm().problems.get(uid)
  return (
    <fieldset className={styles.row} id={uid} tabIndex={-1} aria-label={name}>
      <div className={styles.rowHead}>
        <h3>{title}</h3>
        {onRemove === undefined ? null : (
          <Button small kind="plain" onClick={onRemove}>
            Remove<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        )}
      </div>
      {problem === undefined ? null : <p className={styles.problem}>{problem}</p>}
      {children}
    </fieldset>
  )
}

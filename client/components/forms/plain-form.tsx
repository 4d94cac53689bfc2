import type { ReactNode } from 'react'
import styles from './plain-form.module.css'

/** A short form, one field under the other; the server's words stand at its fields, not the browser's. */
export const PlainForm = ({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) => (
  <form
    className={styles.form}
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
  </form>
)

import { type ComponentProps, useState } from 'react'
import { Checkbox } from './checkbox.tsx'
import { TextField } from './text-field.tsx'
import styles from './fields.module.css'

/** A password that can be pasted and looked at. */
export const PasswordField = (props: ComponentProps<typeof TextField>) => {
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <TextField
        {...props}
        type={isShown ? 'text' : 'password'}
        required
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <Checkbox label="Show the password" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
    </div>
  )
}

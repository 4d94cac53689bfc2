import { PasswordField } from '#client/components/forms/password-field.tsx'
import { type Trouble, problemAt } from '#client/lib/field-problems.ts'

/** The password of the one who is signed in, asked for again before an act on their account. */
export const OwnPassword = ({ value, trouble, onValue }: { value: string; trouble: Trouble; onValue: (value: string) => void }) => (
  <PasswordField
    id="password"
    label="Your password"
    autoComplete="current-password"
    value={value}
    error={problemAt(trouble, 'password')}
    onChange={(event) => onValue(event.target.value)}
  />
)

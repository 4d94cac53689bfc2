import { type Trouble, problemAt } from '#client/lib/field-problems.ts'
import { PasswordField } from './password-field.tsx'

type OwnPasswordProps = { label?: string; value: string; trouble: Trouble; onValue: (value: string) => void }

/** The password of the one who is signed in, asked for again before an act. */
export const OwnPassword = ({ label = 'Your password', value, trouble, onValue }: OwnPasswordProps) => (
  <PasswordField
    id="password"
    label={label}
    autoComplete="current-password"
    value={value}
    error={problemAt(trouble, 'password')}
    onChange={(event) => onValue(event.target.value)}
  />
)

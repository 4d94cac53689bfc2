import { Checkbox } from '#client/components/forms/checkbox.tsx'
import { Role } from '#contract/accounts.ts'
import { roleLabels } from '#contract/codes.ts'
import styles from './staff.module.css'

const means: Readonly<Record<Role, string>> = {
  contributor: 'enters records and proposes changes',
  reviewer: 'approves what someone else proposed',
  publisher: 'publishes editions, withholds and redacts',
  admin: 'accounts and settings; sees no record without another role',
  auditor: 'reads the history and the access log',
}

/** Which roles an account has. */
export const RoleChoice = ({
  chosen,
  onChange,
  error,
}: {
  chosen: readonly Role[]
  onChange: (roles: Role[]) => void
  error?: string | undefined
}) => (
  <fieldset className={styles.roles} id="roles" tabIndex={-1} aria-invalid={error === undefined ? undefined : true}>
    <legend>Roles</legend>
    {error === undefined ? null : <p className={styles.error}>{error}</p>}
    {Role.options.map((role) => (
      <Checkbox
        key={role}
        label={`${roleLabels[role]}: ${means[role]}`}
        checked={chosen.includes(role)}
        onChange={({ target }) => onChange(Role.options.filter((one) => (one === role ? target.checked : chosen.includes(one))))}
      />
    ))}
  </fieldset>
)

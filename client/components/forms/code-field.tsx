import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

/** A code of an authenticator app, which password managers and phones fill in by themselves, or a recovery code. */
export const CodeField = (props: Omit<ComponentProps<typeof TextField>, 'label'>) => (
  <TextField
    label="Code"
    hint="Six digits from your authenticator app. Without it: one of your recovery codes."
    {...props}
    autoComplete="one-time-code"
    autoCapitalize="none"
    autoCorrect="off"
    spellCheck={false}
    maxLength={50}
    required
  />
)

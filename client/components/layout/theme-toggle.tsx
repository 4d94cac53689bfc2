import { useSyncExternalStore } from 'react'
import { followTheme, isDark, turnTheme } from '#client/lib/theme-choice.ts'
import { Button } from '../forms/button.tsx'

/** Goes to the other theme; back on the machine's own one, nothing is kept. */
export const ThemeToggle = () => {
  const dark = useSyncExternalStore(followTheme, isDark, () => false)
  return (
    <Button small kind="plain" onClick={turnTheme}>
      {dark ? 'Light page' : 'Dark page'}
    </Button>
  )
}

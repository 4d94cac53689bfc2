import { useState } from 'react'
import { type ThemeChoice, keepThemeChoice, readThemeChoice } from '#client/lib/theme-choice.ts'
import { Button } from '../forms/button.tsx'

const isDarkNow = (choice: ThemeChoice): boolean =>
  choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)

/** Goes to the other theme; back on the machine's own one, nothing is kept. */
export const ThemeToggle = () => {
  const [choice, setChoice] = useState(readThemeChoice)
  const dark = isDarkNow(choice)
  const turn = () => {
    const wanted: ThemeChoice = dark ? 'light' : 'dark'
    const next: ThemeChoice = isDarkNow('system') === (wanted === 'dark') ? 'system' : wanted
    keepThemeChoice(next)
    setChoice(next)
  }
  return (
    <Button small kind="plain" onClick={turn}>
      {dark ? 'Light page' : 'Dark page'}
    </Button>
  )
}

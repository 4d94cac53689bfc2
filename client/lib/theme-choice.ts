import { type ThemeChoice, keepTheme, keptTheme, showTheme } from './kept-theme.ts'

const darkMachine = () => matchMedia('(prefers-color-scheme: dark)')

let choice = keptTheme
const followers = new Set<() => void>()

export const isDark = (): boolean => choice === 'dark' || (choice === 'system' && darkMachine().matches)

/** To the other theme: the machine's own one where it is that, and then nothing is kept. */
export const turnTheme = (): void => {
  const wanted: ThemeChoice = isDark() ? 'light' : 'dark'
  choice = darkMachine().matches === (wanted === 'dark') ? 'system' : wanted
  keepTheme(choice)
  showTheme(choice)
  for (const follower of followers) follower()
}

/** Calls `changed` whenever the theme may have changed. Returns how to stop. */
export const followTheme = (changed: () => void): (() => void) => {
  const machine = darkMachine()
  machine.addEventListener('change', changed)
  followers.add(changed)
  return () => {
    machine.removeEventListener('change', changed)
    followers.delete(changed)
  }
}

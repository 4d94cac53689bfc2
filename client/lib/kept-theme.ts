/*
 * A chunk of its own that runs before the first paint: a page that the server drew ahead would
 * otherwise show itself in the machine's colours to someone who chose the others.
 */

/** The reader's choice of colours. `system` follows the machine and keeps nothing. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const key = 'habeas.theme'

const isChoice = (text: string | null): text is ThemeChoice => text === 'light' || text === 'dark'

/** A browser that allows no storage gets the machine's own theme. */
const readKept = (): ThemeChoice => {
  try {
    const kept = localStorage.getItem(key)
    return isChoice(kept) ? kept : 'system'
  } catch {
    return 'system'
  }
}

export const keepTheme = (choice: ThemeChoice): void => {
  try {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // The choice then lasts as long as the page.
  }
}

export const showTheme = (choice: ThemeChoice): void => {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

/** What was kept when the page was opened. */
export const keptTheme: ThemeChoice = readKept()

if (typeof document !== 'undefined') showTheme(keptTheme)

/** The reader's choice of colours. `system` follows the machine and keeps nothing. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const key = 'habeas.theme'

const isChoice = (text: string | null): text is ThemeChoice => text === 'light' || text === 'dark'

/** A browser that allows no storage gets the machine's own theme. */
export const readThemeChoice = (): ThemeChoice => {
  try {
    const kept = localStorage.getItem(key)
    return isChoice(kept) ? kept : 'system'
  } catch {
    return 'system'
  }
}

export const applyThemeChoice = (choice: ThemeChoice): void => {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

export const keepThemeChoice = (choice: ThemeChoice): void => {
  applyThemeChoice(choice)
  try {
    if (choice === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, choice)
  } catch {
    // The choice then lasts as long as the page.
  }
}

import { useEffect, useState } from 'react'

/**
 * A part of the page that is loaded once it is wanted; null until it is there. One that cannot be
 * loaded stays null and is tried again when it is next wanted: what needs it goes on without it,
 * where a lazy component would take the whole page down.
 */
export const useLater = <Part extends object>(load: () => Promise<Part>, isWanted: boolean): Part | null => {
  const [part, setPart] = useState<Part | null>(null)
  useEffect(() => {
    if (isWanted) load().then(setPart, () => undefined)
  }, [load, isWanted])
  return part
}

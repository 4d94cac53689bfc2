import { useCallback, useState, useSyncExternalStore } from 'react'

/** Whether something is unfolded: on screens from `width` on from the start, on narrower ones when the reader says so. */
export const useOpenOnWide = (width: string): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] => {
  const query = `(min-width: ${width})`
  const follow = useCallback(
    (changed: () => void) => {
      const wide = matchMedia(query)
      wide.addEventListener('change', changed)
      return () => wide.removeEventListener('change', changed)
    },
    [query],
  )
  // Folded where the server draws ahead: what is wide then shows it by its style sheet (filters.module.css).
  const isWide = useSyncExternalStore(follow, () => matchMedia(query).matches, () => false)
  const [said, setSaid] = useState({ isWide, isOpen: isWide })
  if (said.isWide !== isWide) setSaid({ isWide, isOpen: isWide })
  return [said.isWide === isWide ? said.isOpen : isWide, (isOpen) => setSaid({ isWide, isOpen })]
}

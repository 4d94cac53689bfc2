import { useSearch } from '@tanstack/react-router'
import { useDoor } from './door.ts'

/** The edition a link is pinned to (`?edition=3`), or null for the newest. The desk shows the register. */
export const usePinnedEdition = (): string | null => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const door = useDoor()
  const pinned = search['edition']
  return door.name === 'public' && typeof pinned === 'string' && pinned !== '' ? pinned : null
}

/** Where record endpoints answer for the page that is shown. */
export const useMount = (): string => {
  const pinned = usePinnedEdition()
  return pinned === null ? '/api' : `/api/editions/${encodeURIComponent(pinned)}`
}

import { useEffect, useState, useSyncExternalStore } from 'react'
import { draftKeeper } from './draft-keeper.ts'

/** Keeps a form on the server as it is typed. `form` is null while there is nothing to keep. */
export const useKeptDraft = (
  about: Parameters<typeof draftKeeper>[0],
  form: Readonly<Record<string, unknown>> | null,
) => {
  const [keeper] = useState(() => draftKeeper(about))
  const keeping = useSyncExternalStore(keeper.subscribe, keeper.now)
  useEffect(() => {
    if (form !== null) keeper.offer(form)
  }, [keeper, form])
  return { ...keeper, keeping }
}

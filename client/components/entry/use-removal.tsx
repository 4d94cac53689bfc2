import { type ReactNode, useCallback, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import styles from './entry.module.css'
import type { EntryDraft } from './entry-draft.ts'
import { focusSoon } from './focus-soon.ts'
import { useForm } from './form-context.ts'

/** How a row is taken out of a draft, and how it is put back into one that has changed since. */
export type Removal<D> = {
  readonly name: string
  readonly without: (draft: D) => D
  readonly putBack: (now: D, before: D) => D
}

/** Rows that are removed can be put back where they were, as they were. `undo` says what was removed; it is empty while nothing was. */
export const useRemoval = <D extends EntryDraft>(
  focusAfter: string,
): { readonly remove: (removal: Removal<D>) => void; readonly undo: ReactNode } => {
  const { change } = useForm<D>()
  const [removed, setRemoved] = useState<{ name: string; putBack: (draft: D) => D } | null>(null)
  const remove = useCallback(
    ({ name, without, putBack }: Removal<D>) => {
      change((draft) => {
        const next = without(draft)
        if (next !== draft) setRemoved({ name, putBack: (now) => (now === next ? draft : putBack(now, draft)) })
        return next
      })
      focusSoon(focusAfter)
    },
    [change, focusAfter],
  )
  const undo = (
    <output className={styles.undo}>
      {removed === null ? null : (
        <>
          Removed: {removed.name}.{' '}
          <Button
            small
            onClick={() => {
              change(removed.putBack)
              setRemoved(null)
            }}
          >
            Put it back
          </Button>
        </>
      )}
    </output>
  )
  return { remove, undo }
}

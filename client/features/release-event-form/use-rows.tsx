import { type ReactNode, useCallback, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import type { Draft, ListName, RowOf } from './draft.ts'
import { withRowAdded, withRowChanged, withRowRemoved } from './change-draft.ts'
import { focusSoon } from './focus-soon.ts'
import { useForm } from './form-context.ts'
import styles from './release-event-form.module.css'


export type Rows<L extends ListName> = {
  readonly changeRow: (uid: string, patch: Partial<RowOf<L>>) => void
  readonly removeRow: (uid: string, name: string) => void
  /** Says what was removed and puts it back; empty while nothing was. */
  readonly undo: ReactNode
}

/** Changes to the rows of one list. A row that was removed can be put back where it was, as it was. */
export const useRows = <L extends ListName>(list: L, focusAfter: string): Rows<L> => {
  const { change } = useForm()
  const [removed, setRemoved] = useState<{ name: string; putBack: (draft: Draft) => Draft } | null>(null)
  const changeRow = useCallback(
    (uid: string, patch: Partial<RowOf<L>>) => change((draft) => withRowChanged(draft, list, uid, patch)),
    [change, list],
  )
  const removeRow = useCallback(
    (uid: string, name: string) => {
      change((draft) => {
        const rows = draft[list] as readonly RowOf<L>[]
        const at = rows.findIndex((row) => row.uid === uid)
        const row = rows[at]
        if (row === undefined) return draft
        const next = withRowRemoved(draft, list, uid)
        setRemoved({ name, putBack: (now) => (now === next ? draft : withRowAdded(now, list, row, at)) })
        return next
      })
      focusSoon(focusAfter)
    },
    [change, list, focusAfter],
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
  return { changeRow, removeRow, undo }
}

import { type ReactNode, useCallback } from 'react'
import { useForm } from '#client/components/entry/form-context.ts'
import { useRemoval } from '#client/components/entry/use-removal.tsx'
import { withRowAdded, withRowChanged, withRowRemoved } from './change-draft.ts'
import type { Draft, ListName, RowOf } from './draft.ts'

export type Rows<L extends ListName> = {
  readonly changeRow: (uid: string, patch: Partial<RowOf<L>>) => void
  readonly removeRow: (uid: string, name: string) => void
  /** Says what was removed and puts it back; empty while nothing was. */
  readonly undo: ReactNode
}

/** Changes to the rows of one list. A row that was removed can be put back where it was, as it was. */
export const useRows = <L extends ListName>(list: L, focusAfter: string): Rows<L> => {
  const { change } = useForm<Draft>()
  const { remove, undo } = useRemoval<Draft>(focusAfter)
  const changeRow = useCallback(
    (uid: string, patch: Partial<RowOf<L>>) => change((draft) => withRowChanged(draft, list, uid, patch)),
    [change, list],
  )
  const removeRow = useCallback(
    (uid: string, name: string) =>
      remove({
        name,
        without: (draft) => withRowRemoved(draft, list, uid),
        putBack: (now, before) => {
          const rows = before[list] as readonly RowOf<L>[]
          const at = rows.findIndex((row) => row.uid === uid)
          const row = rows[at]
          return row === undefined ? now : withRowAdded(now, list, row, at)
        },
      }),
    [remove, list],
  )
  return { changeRow, removeRow, undo }
}

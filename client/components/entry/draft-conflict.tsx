import { Button } from '#client/components/forms/button.tsx'
import type { useKeptDraft } from '#client/lib/use-kept-draft.ts'
import { compareDrafts } from './compare-drafts.ts'
import { DifferenceTable } from './difference-table.tsx'
import type { EntryDraft } from './entry-draft.ts'
import styles from './entry.module.css'
import type { FormKind } from './form-kind.ts'
import { keptForm } from './kept-form.ts'

/** Where the same draft was saved from another window: both states, and which one to go on with. */
export const DraftConflict = <D extends EntryDraft, Body, Known>({
  kind,
  kept: { keeping, keepMine, takeTheirs },
  mine,
  onTake,
}: {
  kind: FormKind<D, Body, Known>
  kept: ReturnType<typeof useKeptDraft>
  mine: D
  onTake: (theirs: D) => void
}) => {
  const theirs = keeping.theirs === undefined ? null : keptForm(kind, keeping.theirs.form)
  if (keeping.state !== 'conflict' || theirs === null) return null
  return (
    <div role="alert" className={styles.conflict}>
      <p>
        <strong>This draft was changed in another window.</strong> Nothing is overwritten yet. Here is where the two differ:
      </p>
      <DifferenceTable
        caption="The other window’s draft and yours"
        theirs="The other window"
        rows={compareDrafts(kind, theirs.draft, mine)}
      />
      <div className={styles.buttons}>
        <Button kind="primary" onClick={keepMine}>
          Keep mine
        </Button>
        <Button
          onClick={() => {
            takeTheirs()
            onTake(theirs.draft)
          }}
        >
          Take the other window’s
        </Button>
      </div>
    </div>
  )
}

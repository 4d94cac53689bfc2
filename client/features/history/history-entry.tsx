import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ProposeAct } from '#client/components/entry/propose-act.tsx'
import { Button } from '#client/components/forms/button.tsx'
import { ChangeList } from '#client/components/records/change-list.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import type { EventHistoryEntry } from '#contract/history.ts'
import styles from './history.module.css'

/** One changeset, and from it the ways back: to take the whole of it back, or to make the record what it was then. */
export const HistoryEntry = ({
  entry: { changeset, author, madeAt, reason, reviewer, proposal, changes, mayUndo },
  record,
  isNewest,
  mayWrite,
}: {
  entry: EventHistoryEntry
  record: string
  isNewest: boolean
  mayWrite: boolean
}) => {
  const isFirst = changes.every(({ before }) => before === null)
  const isLast = changes.every(({ after }) => after === null)
  const act = changes.length === 0 ? 'Written' : isFirst ? 'Entered' : isLast ? 'Taken out' : 'Changed'
  return (
    <li className={styles.entry}>
      <h2>
        {act} by {author}, {formatMoment(madeAt)}
      </h2>
      <p>
        {reason}
        {reviewer === null ? null : ` (approved by ${reviewer})`}
        {proposal === null ? null : (
          <>
            {' '}
            <Link to="/proposals/$id" params={{ id: `P-${proposal}` }}>
              P-{proposal}
            </Link>
          </>
        )}{' '}
        <span className={styles.muted}>Change {changeset}</span>
      </p>
      {changes.length === 0 ? (
        <p className={styles.muted}>Nothing that is shown here was changed, or its values were taken out of the history.</p>
      ) : (
        <ChangeList changes={changes} isNew={isFirst} ofRows={!record.startsWith('R-')} before="Before" after="After" />
      )}
      {mayWrite ? <WaysBack changeset={changeset} record={record} mayUndo={mayUndo} mayRestore={!isNewest && !isLast} /> : null}
    </li>
  )
}

const WaysBack = ({ changeset, record, mayUndo, mayRestore }: { changeset: number; record: string; mayUndo: boolean; mayRestore: boolean }) => {
  const [open, setOpen] = useState<'undo' | 'restore' | null>(null)
  if (open === 'undo') {
    return (
      <ProposeAct
        act={{ kind: 'undo', changeKind: 'correction', body: { act: 'undo', changeset } }}
        button={`Propose to take change ${changeset} back`}
        hint="All of this change is taken back, also what it did to other records. You see what that is before anyone approves it."
        onCancel={() => setOpen(null)}
      />
    )
  }
  if (open === 'restore') {
    return (
      <ProposeAct
        act={{ kind: 'undo', changeKind: 'correction', body: { act: 'restore', record, asOf: changeset } }}
        button={`Propose ${record} as it was then`}
        hint="The record becomes what it was after this change; everything later in it is taken out. You see what that is before anyone approves it."
        onCancel={() => setOpen(null)}
      />
    )
  }
  return (
    <p className={styles.ways}>
      {mayUndo ? (
        <Button small onClick={() => setOpen('undo')}>
          Take change {changeset} back…
        </Button>
      ) : null}
      {mayRestore ? (
        <Button small onClick={() => setOpen('restore')}>
          Restore as of change {changeset}…
        </Button>
      ) : null}
    </p>
  )
}

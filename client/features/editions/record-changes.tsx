import type { FieldChange } from '#contract/compare.ts'
import { type ChangeLine, changeLines } from './change-lines.ts'
import styles from './editions.module.css'

/** So many lines are in view before the rest is folded away. */
const most = 6

/** What changed in one record, line by line. */
export const RecordChanges = ({ changes }: { changes: readonly FieldChange[] }) => {
  const lines = changeLines(changes)
  const [inView, folded] = [lines.slice(0, most), lines.slice(most)]
  return (
    <>
      <Lines lines={inView} />
      {folded.length === 0 ? null : (
        <details>
          <summary className={styles.rows}>{folded.length} more</summary>
          <Lines lines={folded} />
        </details>
      )}
    </>
  )
}

const Lines = ({ lines }: { lines: readonly ChangeLine[] }) => (
  <ul className={styles.changes}>
    {lines.map((line) => (
      <li key={line.key}>
        {line.what}
        <Values line={line} />
      </li>
    ))}
  </ul>
)

/** What came is said alone, as is what went; what changed is said as it was and as it is. */
const Values = ({ line: { before, after, values } }: { line: ChangeLine }) => {
  if (values === null) return null
  if (values === 'added') return <>: {after}</>
  if (values === 'taken back') return <>: {before}</>
  return (
    <>
      : {before === null ? 'not stated' : <del>{before}</del>} → {after === null ? 'not stated' : <ins>{after}</ins>}
    </>
  )
}

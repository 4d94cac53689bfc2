import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import styles from './entry.module.css'
import type { Difference } from './form-kind.ts'

const side = (words: string | null) => (words === null ? <span className={styles.muted}>nothing</span> : <span className={styles.words}>{words}</span>)

const columns = (theirs: string): readonly Column<Difference>[] => [
  { key: 'label', label: 'Value', cell: (row) => row.label },
  { key: 'theirs', label: theirs, cell: (row) => side(row.theirs) },
  { key: 'mine', label: 'Yours', cell: (row) => side(row.mine) },
]

/** Two versions field by field, where they differ. */
export const DifferenceTable = ({ caption, theirs, rows }: { caption: string; theirs: string; rows: readonly Difference[] }) => (
  <DataTable caption={caption} columns={columns(theirs)} rows={rows} rowKey={(row) => row.key} />
)

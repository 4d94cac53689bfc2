import { SelectField } from '../forms/text-field.tsx'
import type { Column } from './data-table.tsx'
import styles from './list-tools.module.css'

/** How the list is sorted, where cards have no headings to sort by. */
export const SortSelect = ({
  columns,
  sort,
  onSort,
}: {
  columns: readonly Pick<Column<never>, 'label' | 'sort'>[]
  sort: string
  onSort: (sort: string) => void
}) => {
  const options = columns.flatMap(({ label, sort: by }) => [
    ...(by?.ascending === undefined ? [] : [{ value: by.ascending, label: `${label}, ascending` }]),
    ...(by?.descending === undefined ? [] : [{ value: by.descending, label: `${label}, descending` }]),
  ])
  return (
    <div className={styles.narrow}>
      <SelectField label="Sorted by" value={sort} options={options} onChange={(event) => onSort(event.target.value)} />
    </div>
  )
}

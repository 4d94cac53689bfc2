import { SelectField } from '../forms/text-field.tsx'
import type { Column } from './data-table.tsx'
import styles from './list-tools.module.css'

/** How the list is sorted, where cards have no headings to sort by. */
export const SortSelect = ({
  columns,
  sort,
  onSort,
}: {
  columns: readonly Pick<Column<never>, 'label' | 'sort' | 'sortAlso'>[]
  sort: string
  onSort: (sort: string) => void
}) => {
  const orders = columns.flatMap(({ label, sort: by, sortAlso }) => [{ label, ...by }, ...(sortAlso === undefined ? [] : [sortAlso])])
  const options = orders.flatMap(({ label, ascending, descending }) => [
    ...(ascending === undefined ? [] : [{ value: ascending, label: `${label}, ascending` }]),
    ...(descending === undefined ? [] : [{ value: descending, label: `${label}, descending` }]),
  ])
  return (
    <div className={styles.narrow}>
      <SelectField label="Sorted by" value={sort} options={options} onChange={(event) => onSort(event.target.value)} />
    </div>
  )
}

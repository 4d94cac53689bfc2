import type { Column } from './data-table.tsx'
import styles from './data-table.module.css'

type Direction = 'ascending' | 'descending'

/** A column's heading; where the list can be sorted by it, a button that says how it is sorted. */
export const SortHeader = ({
  label,
  className,
  values,
  current,
  onSort,
}: {
  label: string
  className: string | undefined
  values?: NonNullable<Column<never>['sort']>
  current?: string | undefined
  onSort?: (sort: string) => void
}) => {
  if (values === undefined || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    )
  }
  const sorted: Direction | null =
    current === undefined ? null : current === values.ascending ? 'ascending' : current === values.descending ? 'descending' : null
  const next = sorted === 'descending' ? (values.ascending ?? values.descending) : (values.descending ?? values.ascending)
  return (
    <th scope="col" className={className} {...(sorted === null ? {} : { 'aria-sort': sorted })}>
      <button type="button" className={styles.sort} onClick={() => next !== undefined && onSort(next)}>
        {label}
        <span aria-hidden="true">{sorted === null ? ' ↕' : sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  )
}

import type { SortBy } from './data-table.tsx'
import styles from './data-table.module.css'

type Direction = 'ascending' | 'descending'
type Order = SortBy & { readonly label: string }

const directionOf = ({ ascending, descending }: Order, current: string | undefined): Direction | null =>
  current === undefined ? null : current === ascending ? 'ascending' : current === descending ? 'descending' : null

/** A column's heading; where the list can be sorted by it, a button for each order, and which way it is sorted. */
export const SortHeader = ({
  label,
  className,
  orders,
  current,
  onSort,
}: {
  label: string
  className: string | undefined
  orders?: readonly Order[]
  current?: string | undefined
  onSort?: (sort: string) => void
}) => {
  if (orders === undefined || onSort === undefined) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    )
  }
  const sorted = orders.map((order) => directionOf(order, current)).find((direction) => direction !== null)
  return (
    <th scope="col" className={className} {...(sorted === undefined ? {} : { 'aria-sort': sorted })}>
      {orders.map((order, index) => (
        <span key={order.label}>
          {index === 0 ? '' : ' · '}
          <SortButton order={order} direction={directionOf(order, current)} onSort={onSort} />
        </span>
      ))}
    </th>
  )
}

const SortButton = ({ order, direction, onSort }: { order: Order; direction: Direction | null; onSort: (sort: string) => void }) => {
  const { label, ascending, descending } = order
  const next = direction === 'descending' ? (ascending ?? descending) : direction === 'ascending' ? (descending ?? ascending) : firstOf(order)
  return (
    <button type="button" className={styles.sort} onClick={() => next !== undefined && onSort(next)}>
      {label}
      <span aria-hidden="true" data-screen-only="">{direction === null ? ' ↕' : direction === 'ascending' ? ' ↑' : ' ↓'}</span>
    </button>
  )
}

const firstOf = ({ ascending, descending, first }: Order): string | undefined =>
  first === 'ascending' ? (ascending ?? descending) : (descending ?? ascending)

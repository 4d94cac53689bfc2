import type { Key, ReactNode } from 'react'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'
import { SortHeader } from './sort-header.tsx'
import styles from './data-table.module.css'

/** The `sort` value of each direction; the latest and largest come first unless it says otherwise. */
export type SortBy = { readonly ascending?: string; readonly descending?: string; readonly first?: 'ascending' }

export type Column<Row> = {
  readonly key: string
  readonly label: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end of their column. */
  readonly number?: boolean
  /** Where the list can be sorted by it. */
  readonly sort?: SortBy
  /** A second order of the same column, under a name of its own: people by their surname. */
  readonly sortAlso?: SortBy & { readonly label: string }
  /** The foot of the column: a total. */
  readonly foot?: ReactNode
}

/** A table that becomes cards on a narrow screen. The first column names the row. */
export const DataTable = <Row,>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  cards = true,
  captionHidden = false,
}: {
  caption: ReactNode
  /** True where the page's heading has just said the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => Key
  sort?: string
  onSort?: (sort: string) => void
  /** False for a narrow table of numbers, which is easier to read as a table everywhere. */
  cards?: boolean
}) => {
  const hasFoot = columns.some(({ foot }) => foot !== undefined)
  const classOf = ({ number }: Column<Row>) => (number === true ? styles.number : undefined)
  return (
    // A table that is wider than its place is scrolled, by keyboard too.
    <div className={styles.scroll} {...(cards ? {} : { tabIndex: 0, role: 'group', 'aria-label': 'Table' })}>
      <table className={cards ? `${styles.table} ${styles.cards}` : styles.table} {...(cards ? { role: 'table' } : {})}>
        <caption className={captionHidden ? undefined : styles.caption}>
          {captionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        <thead {...(cards ? { role: 'rowgroup' } : {})}>
          <tr {...(cards ? { role: 'row' } : {})}>
            {columns.map((column) => (
              <SortHeader
                key={column.key}
                label={column.label}
                className={classOf(column)}
                {...(column.sort === undefined || onSort === undefined
                  ? {}
                  : {
                      orders: [{ label: column.label, ...column.sort }, ...(column.sortAlso === undefined ? [] : [column.sortAlso])],
                      current: sort,
                      onSort,
                    })}
              />
            ))}
          </tr>
        </thead>
        <tbody {...(cards ? { role: 'rowgroup' } : {})}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...(cards ? { role: 'row' } : {})}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" {...(cards ? { role: 'rowheader' } : {})}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    data-label={column.label}
                    className={classOf(column)}
                    {...(cards ? { role: 'cell' } : {})}
                  >
                    <span>{column.cell(row)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {hasFoot ? (
          <tfoot {...(cards ? { role: 'rowgroup' } : {})}>
            <tr {...(cards ? { role: 'row' } : {})}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" {...(cards ? { role: 'rowheader' } : {})}>
                    {column.foot}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    data-label={column.label}
                    className={classOf(column)}
                    {...(cards ? { role: 'cell' } : {})}
                  >
                    <span>{column.foot}</span>
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

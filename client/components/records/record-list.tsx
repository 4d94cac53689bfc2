import type { Key, ReactNode } from 'react'
import styles from './record-list.module.css'

/** Records that read better as short texts than as rows: a line, and what is small beneath it. */
export const RecordList = <Item,>({
  items,
  itemKey,
  line,
  small,
  more,
}: {
  items: readonly Item[]
  itemKey: (item: Item) => Key
  line: (item: Item) => ReactNode
  small?: (item: Item) => ReactNode
  /** Paragraphs under it. */
  more?: (item: Item) => ReactNode
}) => (
  <ul className={styles.list}>
    {items.map((item) => (
      <li key={itemKey(item)}>
        <p>{line(item)}</p>
        {small === undefined ? null : <p className={styles.small}>{small(item)}</p>}
        {more?.(item)}
      </li>
    ))}
  </ul>
)

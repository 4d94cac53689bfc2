import { useId } from 'react'
import { changed, type SearchText } from '#client/lib/search-params.ts'
import styles from './list-tools.module.css'

const sizes = [25, 50, 100, 200]
/** What the API gives when the address does not say. */
const usual = 50

/** How many rows a page has. The page keeps the row it begins with. */
export const RowsSelect = ({ kept, go }: { kept: SearchText; go: (next: SearchText) => void }) => {
  const id = useId()
  const limit = Number(kept['limit'] ?? usual)
  const offered = sizes.includes(limit) ? sizes : [...sizes, limit].toSorted((a, b) => a - b)
  return (
    <span className={styles.rows}>
      <label htmlFor={id}>Rows a page</label>
      <select
        id={id}
        value={limit}
        onChange={({ target }) =>
          go(changed(kept, { limit: target.value === String(usual) ? undefined : target.value, cursor: kept['cursor'] }))
        }
      >
        {offered.map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </select>
    </span>
  )
}

import { Link } from '@tanstack/react-router'
import { counted } from '#contract/charts/format-count.ts'
import type { Page } from '#contract/common.ts'
import { type SearchText, changed } from '#client/lib/search-params.ts'
import { buttonClass } from '../forms/button.tsx'
import styles from './pager.module.css'

/** Forward by cursor; back is the browser's own step, or the first page. */
export const Pager = ({ page, shown, kept }: { page: Page; shown: number; kept: SearchText }) => {
  const isFirst = kept['cursor'] === undefined
  if (isFirst && page.next === null) return null
  return (
    <nav className={styles.pager} aria-label="Pages of the list">
      {isFirst ? null : (
        <Link to="." search={changed(kept, {})} className={buttonClass()}>
          First page
        </Link>
      )}
      {page.next === null ? null : (
        <Link to="." search={changed(kept, { cursor: page.next })} className={buttonClass()}>
          Next page
        </Link>
      )}
      <span>
        {counted(shown, 'row', 'rows')} here of {counted(page.total, 'row', 'rows')} in all
      </span>
    </nav>
  )
}

import { Link } from '@tanstack/react-router'
import { counted } from '#contract/charts/format-count.ts'
import type { Page } from '#contract/common.ts'
import { type SearchText, changed } from '#client/lib/search-params.ts'
import { buttonClass } from '../forms/button.tsx'
import { RowsSelect } from './rows-select.tsx'
import styles from './pager.module.css'

/** The fewest rows a page can have: a shorter list has no use for a choice. */
const fewest = 25

/** Forward by cursor; back is the browser's own step, or the first page. */
export const Pager = ({
  page,
  shown,
  kept,
  go,
}: {
  page: Pick<Page, 'total' | 'next'>
  shown: number
  kept: SearchText
  /** With it the reader chooses how many rows a page has. */
  go?: (next: SearchText) => void
}) => {
  const isFirst = kept['cursor'] === undefined
  if (page.total <= fewest && isFirst && page.next === null) return null
  const place =
    isFirst && page.next === null
      ? `All ${counted(page.total, 'row', 'rows')}`
      : `${counted(shown, 'row', 'rows')} here of ${counted(page.total, 'row', 'rows')} in all`
  return (
    <div className={styles.pager}>
      <nav className={styles.pages} aria-label="Pages of the list">
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
      </nav>
      <p>{place}</p>
      {go === undefined ? null : <RowsSelect kept={kept} go={go} />}
    </div>
  )
}

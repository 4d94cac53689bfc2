import { counted } from '#contract/charts/format-count.ts'
import type { Page } from '#contract/common.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { type SearchText, changed } from '#client/lib/search-params.ts'
import type { CallOptions } from '#client/lib/call.ts'
import { ExportLinks } from '../table/export-links.tsx'
import styles from './list-counts.module.css'

/** How many records a list has, how surely they lie in its dates, and the whole of it to take along. */
export const ListCounts = <E extends AnyEndpoint>({
  page: { total, certain, possible, undated },
  isRanged,
  noun,
  endpoint,
  kept,
}: {
  page: Page
  isRanged: boolean
  /** In the singular; its plural takes an s. */
  noun: string
  endpoint: E
  kept: SearchText
}) => (
  <div className={styles.counts}>
    <p role="status">
      {counted(total, noun, `${noun}s`)}
      {isRanged ? `: ${certain} certainly in these dates, ${possible} possibly; ${undated} without a date left out` : ''}
    </p>
    <ExportLinks
      endpoint={endpoint}
      query={changed(kept, { limit: undefined, cursor: undefined }) as CallOptions<E>['query']}
    />
  </div>
)

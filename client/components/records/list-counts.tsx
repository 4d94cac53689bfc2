import type { ReactNode } from 'react'
import { counted } from '#contract/charts/format-count.ts'
import type { Page } from '#contract/common.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import type { SearchText } from '#client/lib/search-params.ts'
import { TakeAlong } from '../table/take-along.tsx'
import tools from '../table/list-tools.module.css'
import styles from './list-counts.module.css'
import { PrintNote } from './print-note.tsx'

/** How many records a list has, how surely they lie in its dates, and the whole of it to cite and to take along. */
export const ListCounts = <E extends AnyEndpoint, S extends AnyEndpoint>({
  page: { total, certain, possible, undated },
  isRanged,
  noun,
  title,
  endpoint,
  sizes,
  kept,
  children,
}: {
  page: Page
  isRanged: boolean
  /** In the singular; its plural takes an s. */
  noun: string
  /** The list's sentence, which stands on paper with its address. */
  title: string
  endpoint: E
  /** Where the sizes of the list's files are asked for. */
  sizes: S
  kept: SearchText
  /** What else the list can be told: its columns, its order. */
  children?: ReactNode
}) => (
  <>
    <PrintNote title={title} />
    <div className={styles.counts}>
      <p role="status">
        {counted(total, noun, `${noun}s`)}
        {isRanged ? `: ${certain} certainly in these dates, ${possible} possibly; ${undated} without a date left out` : ''}
      </p>
      <div className={tools.tools} data-screen-only="">
        {children}
        <TakeAlong endpoint={endpoint} sizes={sizes} kept={kept} />
      </div>
    </div>
  </>
)

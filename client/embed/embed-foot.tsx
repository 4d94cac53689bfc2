import { formatStatedDate } from '#contract/dates/format-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import { getMount } from '#contract/editions.ts'
import { dataLicence } from '#contract/licence.ts'
import type { ChartId } from '../components/release-charts/chart-search.ts'
import { queryText } from '../lib/call.ts'
import type { SearchText } from '../lib/search-params.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { usePinnedEdition } from '../lib/use-mount.ts'
import styles from './embed.module.css'

/** Where the chart comes from, of which edition, and the way to all the rest. */
export const EmbedFoot = ({ id, kept }: { id: ChartId; kept: SearchText }) => {
  const pinned = usePinnedEdition()
  const { data: mount } = useAnswer(getMount)
  const edition = mount?.edition ?? null
  const address = `/analysis${queryText({ ...kept, edition: pinned ?? undefined })}#${id}`
  return (
    <footer className={styles.foot}>
      {mount?.fictional === true ? <strong>Everything here is invented, for practice and tests. </strong> : null}
      {edition === null
        ? null
        : `Habeas, edition ${edition.label}${pinned === null ? '' : ', kept for good'}, published on ${formatStatedDate(statedDate(edition.publishedAt.slice(0, 10), 'stated'))}. `}
      {dataLicence.name}.{' '}
      <a href={address} target="_blank" rel="noopener">
        Open in Habeas (new tab)
      </a>
    </footer>
  )
}

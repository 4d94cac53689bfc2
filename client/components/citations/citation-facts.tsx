import type { Citation } from '#contract/cite.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { Facts } from '../layout/facts.tsx'
import { PublishedDay } from '../layout/published-day.tsx'
import styles from './citations.module.css'

/** What the citation holds fast: the edition, the address of the view in it, and the hash of its result. */
export const CitationFacts = ({ citation }: { citation: Citation }) => {
  const { edition, newestEdition, permalink, path, records, sha256, access } = citation
  return (
    <div className={styles.facts}>
      <Facts
        facts={[
          {
            label: 'Edition',
            value: (
              <>
                {edition.label}, published <PublishedDay at={edition.publishedAt} />
                {newestEdition > edition.number ? `. Edition ${newestEdition} is the newest.` : ''}
              </>
            ),
          },
          { label: 'Records', value: formatNumber(records) },
          {
            label: 'Permalink',
            // The address as it opens here: behind a proxy the server may know itself by another name.
            value: (
              <a href={path} className={styles.long}>
                {permalink}
              </a>
            ),
          },
          { label: 'SHA-256 of the result', value: <code className={styles.long}>{sha256}</code> },
        ]}
      />
      <p className={styles.access}>{access}</p>
    </div>
  )
}

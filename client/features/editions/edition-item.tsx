import { Link } from '@tanstack/react-router'
import type { Edition } from '#contract/editions.ts'
import { Facts } from '#client/components/layout/facts.tsx'
import { PublishedDay } from '#client/components/layout/published-day.tsx'
import { EditionDownloads } from './edition-downloads.tsx'
import { EditionSeal } from './edition-seal.tsx'
import { countsOf, editionName } from './edition-words.ts'
import styles from './editions.module.css'

export const EditionItem = ({
  edition,
  before,
  isNewest,
}: {
  edition: Edition
  /** The edition that was published before it. */
  before: Edition | undefined
  isNewest: boolean
}) => {
  const { number, publishedAt, revisedAt, note, sha256, seal, earlier } = edition
  return (
    <li className={styles.edition}>
      <h2>{editionName(edition)}</h2>
      <p className={styles.when}>
        Published <PublishedDay at={publishedAt} />
        {isNewest ? ', the newest' : ''}
        {revisedAt === null ? null : (
          <>
            ; rewritten <PublishedDay at={revisedAt} /> to protect someone
          </>
        )}
      </p>
      {note === '' ? null : <p className={styles.note}>{note}</p>}
      <p>{countsOf(edition).join(' · ')}</p>
      <EditionDownloads edition={edition} />
      <Facts
        facts={[
          { label: 'SHA-256 of the file', value: <code className={styles.hash}>{sha256}</code> },
          ...earlier.map((revision) => ({
            label: `It was, as ${revision.label}`,
            value: <code className={styles.hash}>{revision.sha256}</code>,
          })),
        ]}
      />
      {seal === null ? null : <EditionSeal seal={seal} />}
      <p>
        <Link to="/" search={{ edition: String(number) }}>
          Read edition {number}
        </Link>
        {before === undefined ? null : (
          <>
            {' · '}
            <Link to="/editions/compare" search={{ a: String(before.number), b: String(number) }}>
              What changed since edition {before.number}
            </Link>
          </>
        )}
      </p>
    </li>
  )
}

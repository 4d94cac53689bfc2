import { Link } from '@tanstack/react-router'
import type { Evidence } from '#contract/common.ts'
import { Passage } from './passage.tsx'
import { SourceAddress } from './source-address.tsx'
import { SourceTitle } from './source-title.tsx'
import { StatedDateText } from './stated-date-text.tsx'
import { TextOrNotStated } from './text-or-not-stated.tsx'
import styles from './values.module.css'

/** One source's word for one value: the words kept, who is quoted, and which source it is. */
export const EvidenceItem = ({ evidence }: { evidence: Evidence }) => {
  const { source } = evidence
  return (
    <li className={styles.item}>
      <Passage evidence={evidence} />
      <p className={styles.cite}>
        <Link to="/sources/$id" params={{ id: source.ref }}>
          <SourceTitle source={source} />
        </Link>{' '}
        {source.ref}
        <SourceAddress url={source.url} />
      </p>
      <p className={styles.cite}>
        Publisher: <TextOrNotStated>{source.publisher}</TextOrNotStated> · published: <StatedDateText date={source.published} />
        {source.copyOf === null ? null : (
          <>
            {' '}
            · a copy of{' '}
            <Link to="/sources/$id" params={{ id: `SRC-${source.copyOf}` }}>
              SRC-{source.copyOf}
            </Link>
          </>
        )}
      </p>
    </li>
  )
}

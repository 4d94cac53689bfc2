import { Link } from '@tanstack/react-router'
import type { Evidence } from '#contract/common.ts'
import { sourceName } from '#client/lib/evidence-for.ts'
import { Quote } from './quote.tsx'
import { SourceAddress } from './source-address.tsx'
import { StatedDateText } from './stated-date-text.tsx'
import styles from './values.module.css'

/** One source's word for one value: the words kept, who is quoted, and where to read it. */
export const EvidenceItem = ({ evidence: { quote, saidBy, source } }: { evidence: Evidence }) => (
  <li className={styles.item}>
    <Quote text={quote} saidBy={saidBy} />
    <p className={styles.cite}>
      <Link to="/sources/$id" params={{ id: source.ref }}>
        {sourceName(source)}
      </Link>
      {source.published.edtf === null ? null : (
        <>
          , <StatedDateText date={source.published} />
        </>
      )}
      {source.copyOf === null ? null : (
        <>
          ; a copy of{' '}
          <Link to="/sources/$id" params={{ id: `SRC-${source.copyOf}` }}>
            SRC-{source.copyOf}
          </Link>
        </>
      )}
      <SourceAddress url={source.url} />
    </p>
  </li>
)

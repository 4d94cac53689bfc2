import { Link } from '@tanstack/react-router'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import { linkLabels } from '#contract/codes.ts'
import type { ReleaseEvent } from '#contract/release-events.ts'
import styles from './release-event.module.css'

export const EventSanctions = ({ event: { sanctions, evidence } }: { event: ReleaseEvent }) => (
  <ul className={styles.list}>
    {sanctions.map(({ id, relation, saidBy, sanctionsAction: { ref, title, announced, issued, refersTo } }) => {
      const sources = evidenceFor(evidence, 'release_sanction', id)
      const speakers = [...new Set([saidBy, ...sources.map((item) => item.saidBy)])].filter((name) => name !== null)
      return (
        <li key={id}>
          <p>
            {linkLabels[relation]}:{' '}
            <Link to="/sanctions-actions/$id" params={{ id: ref }} className={styles.name ?? ''}>
              {title}
            </Link>
            <EvidenceMark evidence={sources} of={`the link to ${ref}`} />
          </p>
          <p className={styles.small}>
            {speakers.length === 0 ? 'In the words of the source itself; nobody is quoted for it' : `Says who: ${speakers.join('; ')}`}
            {' · announced: '}
            <StatedDateText date={announced} />
            {' · issued: '}
            <StatedDateText date={issued} />
            {refersTo === null ? null : (
              <>
                {' · the same act as '}
                <span className={styles.ref}>S-{refersTo}</span>
              </>
            )}
          </p>
        </li>
      )
    })}
  </ul>
)

import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { Detainee } from '#contract/detainees.ts'

/** When the status was last confirmed, and by whom: the sources of its date, else those of the status. */
export const StatusConfirmed = ({ person: { id, statusAsOf, evidence } }: { person: Detainee }) => {
  const dated = evidenceFor(evidence, 'detainee', id, 'statusAsOf')
  const sources = [
    ...new Map(
      (dated.length === 0 ? evidenceFor(evidence, 'detainee', id, 'status') : dated).map(({ source }) => [source.id, source]),
    ).values(),
  ]
  return (
    <>
      <StatedDateText date={statusAsOf} />
      {sources.length === 0 ? ', by whom is not on record' : ', by '}
      {sources.map((source, index) => (
        <Fragment key={source.id}>
          {index === 0 ? '' : '; '}
          <Link to="/sources/$id" params={{ id: source.ref }}>
            {source.publisher ?? source.title ?? source.ref}
          </Link>
        </Fragment>
      ))}
    </>
  )
}

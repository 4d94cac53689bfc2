import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { SourceBrief } from '#contract/common.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { Detainee } from '#contract/detainees.ts'

/**
 * When the status was last confirmed, and by whom: the sources of its date, else those of the
 * status. Where none gives a date, that of its sources is the last word on it.
 */
export const StatusConfirmed = ({ person: { id, statusAsOf, evidence } }: { person: Detainee }) => {
  const dated = evidenceFor(evidence, 'detainee', id, 'statusAsOf')
  const isDated = statusAsOf.edtf !== null
  const sources = [
    ...new Map(
      (dated.length === 0 ? evidenceFor(evidence, 'detainee', id, 'status') : dated).map(({ source }) => [source.id, source]),
    ).values(),
  ]
  return (
    <>
      {isDated ? <StatedDateText date={statusAsOf} /> : 'No day is stated'}
      {sources.length === 0 ? '; by whom is not on record' : isDated ? ', by ' : '; the status is as reported by '}
      {sources.map((source, index) => (
        <Fragment key={source.id}>
          {index === 0 ? '' : '; '}
          <Link to="/sources/$id" params={{ id: source.ref }}>
            {source.publisher ?? (source.title === null ? source.ref : `“${source.title}”`)}
          </Link>
          {isDated ? '' : `, ${whenPublished(source)}`}
        </Fragment>
      ))}
    </>
  )
}

const whenPublished = ({ published }: SourceBrief): string =>
  published.edtf === null ? 'its day of publication not stated' : `published ${formatStatedDate(published)}`

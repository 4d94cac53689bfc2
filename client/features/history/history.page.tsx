import { Link, useParams } from '@tanstack/react-router'
import { ChangeList } from '#client/components/records/change-list.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { counted } from '#contract/charts/format-count.ts'
import { type EventHistoryEntry, getEventHistory } from '#contract/history.ts'
import styles from './history.module.css'

/** Who changed an event and anything in it, when, why and how, in words; the newest first. */
export const HistoryPage = () => {
  const { id } = useParams({ strict: false })
  const number = (id ?? '').replace('R-', '')
  const history = useAnswer(getEventHistory, { params: { id: number } })
  return (
    <>
      <PageHeading title="History" above={`Release event R-${number}`}>
        <p>
          The event, its counts, people, linked actions and notes, with their sources. Go back to{' '}
          <Link to="/release-events/$id" params={{ id: `R-${number}` }}>
            the release event
          </Link>
          .
        </p>
      </PageHeading>
      <Answered query={history} what="the history" page>
        {({ data }) => (
          <>
            <p className={styles.muted}>{counted(data.length, 'change', 'changes')}</p>
            <ol className={styles.list}>
              {data.map((entry) => (
                <Entry key={entry.changeset} entry={entry} />
              ))}
            </ol>
          </>
        )}
      </Answered>
    </>
  )
}

const Entry = ({ entry: { author, madeAt, reason, reviewer, proposal, changes } }: { entry: EventHistoryEntry }) => {
  const isFirst = changes.every(({ before }) => before === null)
  const isLast = changes.every(({ after }) => after === null)
  const act = changes.length === 0 ? 'Written' : isFirst ? 'Entered' : isLast ? 'Taken out' : 'Changed'
  return (
    <li className={styles.entry}>
      <h2>
        {act} by {author}, {formatMoment(madeAt)}
      </h2>
      <p>
        {reason}
        {reviewer === null ? null : ` (approved by ${reviewer})`}
        {proposal === null ? null : (
          <>
            {' '}
            <Link to="/proposals/$id" params={{ id: `P-${proposal}` }}>
              P-{proposal}
            </Link>
          </>
        )}
      </p>
      {changes.length === 0 ? (
        <p className={styles.muted}>Nothing that is shown here was changed, or its values were taken out of the history.</p>
      ) : (
        <ChangeList changes={changes} isNew={isFirst} before="Before" after="After" />
      )}
    </li>
  )
}

import { Link, useParams } from '@tanstack/react-router'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { counted } from '#contract/charts/format-count.ts'
import { type HistoryEntry, getHistory } from '#contract/history.ts'
import styles from './history.module.css'

/** Who changed the event's own row, when and why, field by field; the newest first. */
export const HistoryPage = () => {
  const { id } = useParams({ strict: false })
  const number = (id ?? '').replace('R-', '')
  const history = useAnswer(getHistory, { params: { table: 'release_event', id: number }, query: { limit: 200 } })
  return (
    <>
      <PageHeading title="History" above={`Release event R-${number}`}>
        <p>
          The title, date, country, basis and summary. Go back to{' '}
          <Link to="/release-events/$id" params={{ id: `R-${number}` }}>
            the release event
          </Link>
          .
        </p>
      </PageHeading>
      <Answered query={history} what="the history" page>
        {({ data, page }) =>
          data.length === 0 ? (
            <Empty title="There is no history of this release event." />
          ) : (
            <>
              <p className={styles.muted}>{counted(page.total, 'change', 'changes')}</p>
              <ol className={styles.list}>
                {data.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ol>
            </>
          )
        }
      </Answered>
    </>
  )
}

const operations = { insert: 'Entered', update: 'Changed', delete: 'Taken out', redact: 'Redacted' } as const

const Entry = ({ entry }: { entry: HistoryEntry }) => (
  <li className={styles.entry}>
    <h2>
      {operations[entry.op]} by {entry.author}, {formatMoment(entry.madeAt)}
    </h2>
    <p>
      {entry.reason}
      {entry.reviewer === null ? null : ` (approved by ${entry.reviewer})`}
      {entry.proposal === null ? null : (
        <>
          {' '}
          <Link to="/proposals/$id" params={{ id: `P-${entry.proposal}` }}>
            P-{entry.proposal}
          </Link>
        </>
      )}
    </p>
    {entry.redacted ? (
      <p className={styles.muted}>Its values were taken out of the history.</p>
    ) : (
      <dl className={styles.fields}>
        {entry.fields
          .filter(({ before, after }) => before !== null || after !== null)
          .map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field.replaceAll('_', ' ')}</dt>
              <dd>
                {before === null ? null : <del>{before}</del>} {after === null ? null : <ins>{after}</ins>}
              </dd>
            </div>
          ))}
      </dl>
    )}
  </li>
)

import { Link, useMatches, useParams } from '@tanstack/react-router'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import { contentRoles } from '#contract/access.ts'
import { counted } from '#contract/charts/format-count.ts'
import { getDetaineeHistory, getEventHistory, getSanctionsActionHistory, getSourceHistory } from '#contract/history.ts'
import { HistoryEntry } from './history-entry.tsx'
import styles from './history.module.css'

const records = {
  'release-events': { prefix: 'R', noun: 'release event', to: '/release-events/$id', endpoint: getEventHistory, parts: 'its counts, people, linked actions and notes' },
  detainees: { prefix: 'D', noun: 'person', to: '/detainees/$id', endpoint: getDetaineeHistory, parts: 'their names, detentions, charges, sentences and recognitions' },
  'sanctions-actions': { prefix: 'S', noun: 'sanctions action', to: '/sanctions-actions/$id', endpoint: getSanctionsActionHistory, parts: 'everything in it' },
  sources: { prefix: 'SRC', noun: 'source', to: '/sources/$id', endpoint: getSourceHistory, parts: 'everything in it' },
} as const

const isList = (name: string): name is keyof typeof records => Object.hasOwn(records, name)

/** Who changed a record and anything in it, when, why and how, in words; the newest first. */
export const HistoryPage = () => {
  const { id = '' } = useParams({ strict: false })
  // Of the page that is drawn, as its number is: the location may be that of the next page already.
  const list = useMatches({ select: (matches) => matches.at(-1)?.pathname.split('/')[1] ?? '' })
  const { prefix, noun, to, endpoint, parts } = records[isList(list) ? list : 'release-events']
  const ref = `${prefix}-${id.replace(`${prefix}-`, '')}`
  const history = useAnswer(endpoint, { params: { id: ref } })
  const mayWrite = useHasRole(...contentRoles)
  return (
    <>
      <PageHeading title="History" above={`${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${ref}`}>
        <p>
          The {noun}, {parts}, with their sources. Go back to{' '}
          <Link to={to} params={{ id: ref }}>
            the {noun}
          </Link>
          .
        </p>
      </PageHeading>
      <Answered query={history} what="the history" page>
        {({ data }) => (
          <>
            <p className={styles.muted}>{counted(data.length, 'change', 'changes')}</p>
            <ol className={styles.list}>
              {data.map((entry, index) => (
                <HistoryEntry key={entry.changeset} entry={entry} record={ref} isNewest={index === 0} mayWrite={mayWrite} />
              ))}
            </ol>
          </>
        )}
      </Answered>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { contentRoles } from '#contract/access.ts'
import { counted } from '#contract/charts/format-count.ts'
import { listDrafts } from '#contract/drafts.ts'
import { listProposals } from '#contract/proposals.ts'
import { buttonClass } from '../components/forms/button.tsx'
import { Notice } from '../components/layout/notice.tsx'
import { PageHeading } from '../components/layout/page-heading.tsx'
import { Section } from '../components/layout/section.tsx'
import { Answered } from '../components/states/answered.tsx'
import { Empty } from '../components/states/empty.tsx'
import { formatMoment } from '../lib/format-moment.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { useHasRole, useSession } from '../lib/use-session.ts'
import { DiscardDraft } from './discard-draft.tsx'
import styles from './desk.module.css'

type Asked = Parameters<typeof useAnswer<typeof listProposals>>[1]

/** What waits for the one who is signed in, and where to go from here. */
export const HomePage = () => {
  const mayWrite = useHasRole(...contentRoles)
  const mayReview = useHasRole('reviewer')
  const mayPublish = useHasRole('publisher')
  const isAdmin = useHasRole('admin')
  const isAuditor = useHasRole('auditor')
  return (
    <>
      <PageHeading title="Your desk" />
      <SettingsNotice />
      <div className={styles.actions}>
        {mayWrite ? (
          <>
            <Link to="/release-events/new" className={buttonClass('primary')}>
              Enter a release event
            </Link>
            <Link to="/detainees/new" className={buttonClass()}>
              Enter a person
            </Link>
            <Link to="/sanctions-actions/new" className={buttonClass()}>
              Enter a sanctions action
            </Link>
            <Link to="/sources/new" className={buttonClass()}>
              Enter a source
            </Link>
          </>
        ) : null}
        {mayWrite ? (
          <Link to="/imports" className={buttonClass()}>
            Import a list
          </Link>
        ) : null}
        {mayWrite ? (
          <Link to="/proposals" className={buttonClass()}>
            All proposals
          </Link>
        ) : null}
        {mayWrite ? (
          <Link to="/duplicates" className={buttonClass()}>
            Possible duplicates
          </Link>
        ) : null}
        {mayPublish || isAuditor ? (
          <Link to="/redactions" className={buttonClass()}>
            Redactions
          </Link>
        ) : null}
        {mayWrite ? (
          <Link to="/queues" className={buttonClass()}>
            To look at again
          </Link>
        ) : null}
        {isAdmin ? (
          <Link to="/staff" className={buttonClass()}>
            Staff and invitations
          </Link>
        ) : null}
        {isAuditor ? (
          <Link to="/access-log" className={buttonClass()}>
            Access log
          </Link>
        ) : null}
        {mayPublish || mayReview ? (
          <Link to="/publish" className={buttonClass()}>
            {mayPublish ? 'Publish an edition' : 'What publishing would change'}
          </Link>
        ) : null}
      </div>
      {mayReview ? (
        <Waiting title="Waiting for review" query={{ state: 'waiting', limit: 10 }} empty="Nothing waits for review." />
      ) : null}
      {mayWrite ? (
        <>
          <Drafts />
          <Waiting
            title="Returned to you"
            query={{ state: 'returned', mine: 'yes', limit: 10 }}
            empty="No reviewer has returned anything to you."
          />
          <Waiting
            title="Yours, waiting for a reviewer"
            query={{ state: 'waiting', mine: 'yes', limit: 10 }}
            empty="Nothing of yours waits for review."
          />
        </>
      ) : null}
    </>
  )
}

/** What was begun and not sent. */
const Drafts = () => {
  const drafts = useAnswer(listDrafts)
  if (drafts.data?.data.length === 0) return null
  return (
    <Section title="Your drafts" note="Nobody else sees them">
      <Answered query={drafts} what="your drafts">
        {({ data }) => (
          <ul className={styles.waiting}>
            {data.map((row) => (
              <li key={row.id}>
                <Link to="/drafts/$id" params={{ id: `P-${row.id}` }}>
                  {row.title}
                </Link>
                <p className={styles.small}>Saved {formatMoment(row.savedAt)}</p>
                <DiscardDraft draft={row} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  )
}

const SettingsNotice = (): ReactNode => {
  const settings = useSession().data?.settings
  const isAdmin = useHasRole('admin')
  if (settings === undefined || (settings.secondPersonMustApprove && settings.twoFactorsRequired)) return null
  return (
    <Notice tone="caution">
      {settings.secondPersonMustApprove ? null : (
        <p>
          <strong>One person can approve their own work here.</strong> “A second person must approve” is off.
        </p>
      )}
      {settings.twoFactorsRequired ? null : (
        <p>
          <strong>A password alone opens this desk.</strong> “Staff must use two factors” is off.
        </p>
      )}
      {isAdmin ? (
        <p>
          <Link to="/settings">Turn these on in the settings</Link>, once <Link to="/staff">the others have accounts</Link>.
        </p>
      ) : (
        <p>An administrator can turn these on.</p>
      )}
    </Notice>
  )
}

const Waiting = ({ title, query, empty }: { title: string; query: NonNullable<Asked>['query']; empty: string }) => {
  const proposals = useAnswer(listProposals, query === undefined ? {} : { query })
  const total = proposals.data?.page.total ?? 0
  return (
    <Section title={title} note={total === 0 ? undefined : counted(total, 'proposal', 'proposals')}>
      <Answered query={proposals} what="the proposals">
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={empty} />
          ) : (
            <ul className={styles.waiting}>
              {data.map((row) => (
                <li key={row.id}>
                  <Link to="/proposals/$id" params={{ id: `P-${row.id}` }}>
                    {row.title}
                  </Link>
                  <p className={styles.small}>
                    P-{row.id}, {row.author.name}, {formatMoment(row.updatedAt)}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  )
}

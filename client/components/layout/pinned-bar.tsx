import { Link } from '@tanstack/react-router'
import { getMount, listEditions } from '#contract/editions.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { PublishedDay } from './published-day.tsx'
import styles from './app-shell.module.css'

/** Says which edition a link is pinned to, whether there is a newer one, and leads to what changed since. */
export const PinnedBar = ({ pinned }: { pinned: string }) => {
  const { data: mount, error } = useAnswer(getMount)
  const newest = useAnswer(listEditions).data?.data[0]
  const edition = mount?.edition
  if (error !== null) return null
  return (
    <div className={styles.banner} role="note">
      <p className={styles.inner}>
        You are reading <strong>edition {edition?.label ?? pinned}</strong>, as it was published
        {edition ? (
          <>
            {' '}
            on <PublishedDay at={edition.publishedAt} />
          </>
        ) : null}
        .{' '}
        {newest !== undefined && newest.number > Number(pinned) ? (
          <>
            Edition {newest.number} is newer:{' '}
            <Link to="/editions/compare" search={{ a: pinned, b: String(newest.number) }}>
              see what changed
            </Link>
            .{' '}
          </>
        ) : null}
        <Link to="." search={(current: Readonly<Record<string, string | undefined>>) => ({ ...current, edition: '' })}>
          Read the newest edition
        </Link>
      </p>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { getMount } from '#contract/editions.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useLater } from '#client/lib/use-later.ts'
import { usePinnedEdition } from '#client/lib/use-mount.ts'
import { PublishedDay } from './published-day.tsx'
import styles from './app-shell.module.css'

const loadNewer = () => import('./newer-edition.tsx')

/** Bars across the page that change what it means: an invented register, a pinned edition. */
export const MountBars = () => {
  const pinned = usePinnedEdition()
  const { data: mount, error } = useAnswer(getMount)
  const later = useLater(loadNewer, pinned !== null)
  return (
    <>
      {mount?.fictional === true ? (
        <div className={styles.banner} role="note">
          <p className={styles.inner}>
            <strong>Everything here is invented.</strong> These people, places and events do not exist; this register is
            for practice and tests.
          </p>
        </div>
      ) : null}
      {pinned === null ? null : (
        <div className={styles.banner} role="note">
          <p className={styles.inner}>
            {error === null ? (
              <>
                You are reading <strong>edition {mount?.edition?.label ?? pinned}</strong>, as it was published
                {mount?.edition ? (
                  <>
                    {' '}
                    on <PublishedDay at={mount.edition.publishedAt} />
                  </>
                ) : null}
                .{' '}
                {later === null ? null : <later.NewerEdition pinned={pinned} />}
              </>
            ) : (
              <>
                <strong>There is no edition {pinned}.</strong>{' '}
              </>
            )}
            <Link to="." search={(current: Readonly<Record<string, string | undefined>>) => ({ ...current, edition: '' })}>
              Read the newest edition
            </Link>
          </p>
        </div>
      )}
    </>
  )
}

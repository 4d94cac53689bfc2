import { getMount } from '#contract/editions.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useLater } from '#client/lib/use-later.ts'
import { usePinnedEdition } from '#client/lib/use-mount.ts'
import styles from './app-shell.module.css'

const loadPinned = () => import('./pinned-bar.tsx')

/** Bars across the page that change what it means: an invented register, a pinned edition. */
export const MountBars = () => {
  const pinned = usePinnedEdition()
  const { data: mount } = useAnswer(getMount)
  const later = useLater(loadPinned, pinned !== null)
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
      {pinned === null || later === null ? null : <later.PinnedBar pinned={pinned} />}
    </>
  )
}

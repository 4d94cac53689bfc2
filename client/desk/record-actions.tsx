import { Link } from '@tanstack/react-router'
import { buttonClass } from '../components/forms/button.tsx'
import { useHasRole } from '../lib/use-session.ts'
import styles from './desk.module.css'

/** What may be done with a release event at the desk. */
export const RecordActions = ({ id }: { record: 'release_event'; id: number }) => {
  const mayWrite = useHasRole('contributor', 'reviewer', 'publisher')
  const params = { id: `R-${id}` }
  return (
    <div className={styles.actions} data-screen-only="">
      {mayWrite ? (
        <Link to="/release-events/$id/correct" params={params} className={buttonClass('normal', true)}>
          Correct this
        </Link>
      ) : null}
      <Link to="/release-events/$id/history" params={params} className={buttonClass('plain', true)}>
        History
      </Link>
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { contentRoles } from '#contract/access.ts'
import type { RecordKind } from '#contract/proposal-kinds.ts'
import { buttonClass } from '../components/forms/button.tsx'
import { useHasRole } from '../lib/use-session.ts'
import { CareLinks } from './care-links.tsx'
import styles from './desk.module.css'

const correcting = {
  release_event: { prefix: 'R', to: '/release-events/$id/correct' },
  detainee: { prefix: 'D', to: '/detainees/$id/correct' },
  sanctions_action: { prefix: 'S', to: '/sanctions-actions/$id/correct' },
  source: { prefix: 'SRC', to: '/sources/$id/correct' },
} as const satisfies Record<RecordKind, unknown>

/** What may be done with a record at the desk. */
export const RecordActions = ({ record, id }: { record: RecordKind; id: number }) => {
  const mayWrite = useHasRole(...contentRoles)
  const { prefix, to } = correcting[record]
  const params = { id: `${prefix}-${id}` }
  return (
    <div className={styles.actions} data-screen-only="">
      {mayWrite ? (
        <Link to={to} params={params} className={buttonClass('normal', true)}>
          Correct this
        </Link>
      ) : null}
      {record === 'detainee' ? (
        <Link to="/detainees/$id/protection" params={params} className={buttonClass('plain', true)}>
          Protection and confidential facts
        </Link>
      ) : null}
      <CareLinks record={record} id={id} />
    </div>
  )
}

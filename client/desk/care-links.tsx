import { Link } from '@tanstack/react-router'
import type { RecordKind } from '#contract/proposals.ts'
import { buttonClass } from '../components/forms/button.tsx'
import { useHasRole } from '../lib/use-session.ts'

const histories = {
  release_event: { prefix: 'R', to: '/release-events/$id/history' },
  detainee: { prefix: 'D', to: '/detainees/$id/history' },
  sanctions_action: { prefix: 'S', to: '/sanctions-actions/$id/history' },
  source: { prefix: 'SRC', to: '/sources/$id/history' },
} as const satisfies Record<RecordKind, unknown>

/** The history of a record; of a person also who else they may be, and the way out of the register. */
export const CareLinks = ({ record, id }: { record: RecordKind; id: number }) => {
  const mayWrite = useHasRole('contributor', 'reviewer', 'publisher')
  const { prefix, to } = histories[record]
  const ref = `${prefix}-${id}`
  return (
    <>
      <Link to={to} params={{ id: ref }} className={buttonClass('plain', true)}>
        History
      </Link>
      {record === 'detainee' && mayWrite ? (
        <>
          <Link to="/duplicates" search={{ of: ref }} className={buttonClass('plain', true)}>
            Possible duplicates
          </Link>
          <Link to="/detainees/$id/redact" params={{ id: ref }} className={buttonClass('plain', true)}>
            Take out of the register
          </Link>
        </>
      ) : null}
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { contentRoles } from '#contract/access.ts'
import type { RecordKind } from '#contract/proposal-kinds.ts'
import { buttonClass } from '../components/forms/button.tsx'
import { useHasRole } from '../lib/use-session.ts'

const histories = {
  release_event: { prefix: 'R', to: '/release-events/$id/history', words: '/release-events/$id/take-words' },
  detainee: { prefix: 'D', to: '/detainees/$id/history', words: '/detainees/$id/take-words' },
  sanctions_action: { prefix: 'S', to: '/sanctions-actions/$id/history', words: '/sanctions-actions/$id/take-words' },
  source: { prefix: 'SRC', to: '/sources/$id/history', words: '/sources/$id/take-words' },
} as const satisfies Record<RecordKind, unknown>

/** The history of a record and the way of its words out of the register; of a person also who else they may be, and their own way out. */
export const CareLinks = ({ record, id }: { record: RecordKind; id: number }) => {
  const mayWrite = useHasRole(...contentRoles)
  const { prefix, to, words } = histories[record]
  const ref = `${prefix}-${id}`
  return (
    <>
      <Link to={to} params={{ id: ref }} className={buttonClass('plain', true)}>
        History
      </Link>
      {mayWrite ? (
        <Link to={words} params={{ id: ref }} className={buttonClass('plain', true)}>
          Take words out
        </Link>
      ) : null}
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

import { Link } from '@tanstack/react-router'
import { type ProposalKind, type RecordKind, isAct } from '#contract/proposal-kinds.ts'

type RecordPage = { readonly prefix: string; readonly noun: string; readonly to: '/release-events/$id' | '/detainees/$id' | '/sanctions-actions/$id' | '/sources/$id' }

/** The records that proposals are about. */
const pages: Readonly<Record<RecordKind, RecordPage>> = {
  release_event: { prefix: 'R', noun: 'release event', to: '/release-events/$id' },
  detainee: { prefix: 'D', noun: 'person', to: '/detainees/$id' },
  sanctions_action: { prefix: 'S', noun: 'sanctions action', to: '/sanctions-actions/$id' },
  source: { prefix: 'SRC', noun: 'source', to: '/sources/$id' },
}

export const recordNoun = (kind: RecordKind): string => pages[kind].noun

/** The page of a record that a proposal is about, by its number: R-3. An act is about a person. */
export const RecordLink = ({ kind, id }: { kind: ProposalKind; id: number }) => {
  const { prefix, to } = pages[isAct(kind) ? 'detainee' : kind]
  const ref = `${prefix}-${id}`
  return (
    <Link to={to} params={{ id: ref }}>
      {ref}
    </Link>
  )
}

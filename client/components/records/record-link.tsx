import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ProposalKind } from '#contract/proposals.ts'

type RecordPage = { readonly prefix: string; readonly noun: string; readonly to: '/release-events/$id' | '/detainees/$id' | '/sanctions-actions/$id' | '/sources/$id' }

/** The records that proposals are about. */
const pages: Readonly<Record<ProposalKind, RecordPage>> = {
  release_event: { prefix: 'R', noun: 'release event', to: '/release-events/$id' },
  detainee: { prefix: 'D', noun: 'person', to: '/detainees/$id' },
  sanctions_action: { prefix: 'S', noun: 'sanctions action', to: '/sanctions-actions/$id' },
  source: { prefix: 'SRC', noun: 'source', to: '/sources/$id' },
}

export const recordNoun = (kind: ProposalKind): string => pages[kind].noun

/** The page of a record that a proposal is about, by its number: R-3. */
export const RecordLink = ({ kind, id, children }: { kind: ProposalKind; id: number; children?: ReactNode }) => {
  const { prefix, to } = pages[kind]
  const ref = `${prefix}-${id}`
  return (
    <Link to={to} params={{ id: ref }}>
      {children ?? ref}
    </Link>
  )
}

import { Link } from '@tanstack/react-router'
import { Notice } from '#client/components/layout/notice.tsx'
import { importOf } from '#client/lib/import-ref.ts'
import type { Proposal } from '#contract/proposals.ts'

/** Of a large proposal: where its rows are, that it is being applied, or why that failed. */
export const Applying = ({ proposal }: { proposal: Proposal }) => {
  const id = importOf(proposal)
  return (
    <>
      {id === null ? null : (
        <p>
          <Link to="/imports/$id" params={{ id }}>
            See every row of this import
          </Link>
        </p>
      )}
      {proposal.applying ? (
        <Notice live>
          <p>It is being applied. That may take minutes; the register can be read meanwhile.</p>
        </Notice>
      ) : null}
      {proposal.notApplied === null ? null : (
        <Notice tone="failure" live>
          <p>
            <strong>It was not applied.</strong> {proposal.notApplied}
          </p>
        </Notice>
      )}
    </>
  )
}

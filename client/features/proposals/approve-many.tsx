import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { call } from '#client/lib/call.ts'
import { counted } from '#contract/charts/format-count.ts'
import { type ProposalRow, reviewProposal } from '#contract/proposals.ts'
import { proposalRef } from './proposal-words.ts'
import styles from './proposals.module.css'

type Result = { readonly approved: number; readonly refused: readonly { readonly ref: string; readonly why: string }[] }

/**
 * Approves one after the other, each in its version as it was listed: one that changed since, or
 * that the reviewer may not approve, is left and named; the others go on.
 */
const approveAll = async (rows: readonly ProposalRow[]): Promise<Result> => {
  const refused: { ref: string; why: string }[] = []
  for (const { id, version } of rows) {
    const ref = proposalRef(id)
    try {
      await call(reviewProposal, { params: { id: ref }, body: { decision: 'approve', reason: '' }, ifMatch: `"${version}"` })
    } catch (error) {
      refused.push({ ref, why: error instanceof Error ? error.message : 'It could not be approved.' })
    }
  }
  return { approved: rows.length - refused.length, refused }
}

/** Approves what was chosen in the list, once asked and once confirmed. */
export const ApproveMany = ({ chosen, onDone }: { chosen: readonly ProposalRow[]; onDone: () => void }) => {
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const approve = useMutation({
    mutationFn: approveAll,
    onSettled: async () => {
      setAsking(false)
      onDone()
      await queries.invalidateQueries({ queryKey: ['answer'] })
    },
  })
  const words = counted(chosen.length, 'proposal', 'proposals')
  return (
    <div className={styles.many}>
      {chosen.length === 0 ? null : isAsking ? (
        <div className={styles.buttons}>
          <span>Approve {words} without opening them here?</span>
          <Button kind="primary" disabled={approve.isPending} onClick={() => approve.mutate(chosen)}>
            {approve.isPending ? 'Approving …' : `Yes, approve ${words}`}
          </Button>
          <Button onClick={() => setAsking(false)}>No</Button>
        </div>
      ) : (
        <Button onClick={() => setAsking(true)}>Approve {words}</Button>
      )}
      {approve.data === undefined ? null : (
        <Notice tone={approve.data.refused.length === 0 ? 'plain' : 'caution'} live>
          <p>{counted(approve.data.approved, 'proposal was', 'proposals were')} approved.</p>
          <ul>
            {approve.data.refused.map(({ ref, why }) => (
              <li key={ref}>
                {ref} was not: {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

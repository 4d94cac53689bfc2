import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextArea } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { ApiError } from '#client/lib/api-error.ts'
import { call } from '#client/lib/call.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import { type Proposal, reviewProposal } from '#contract/proposals.ts'
import { proposalRef } from './proposal-words.ts'
import styles from './proposals.module.css'

type Decision = 'approve' | 'return' | 'reject'

/** A reviewer's decision. What a reviewer writes stays in its field whatever the server answers. */
export const ReviewBox = ({ proposal, onGoOnToPublish }: { proposal: Proposal; onGoOnToPublish: () => void }) => {
  const queries = useQueryClient()
  const isPublisher = useHasRole('publisher')
  // What leaves the register leaves the editions at once: there is nothing to publish.
  const mayPublish = isPublisher && proposal.kind !== 'redaction'
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const decide = useMutation({
    mutationFn: ({ decision }: { decision: Decision; thenPublish?: boolean }) =>
      call(reviewProposal, {
        params: { id: proposalRef(proposal.id) },
        body: { decision, reason },
        ifMatch: `"${proposal.version}"`,
      }),
    onSuccess: async (_answer, { thenPublish }) => {
      if (thenPublish === true) onGoOnToPublish()
      await queries.invalidateQueries({ queryKey: ['answer'] })
    },
    onError: (error) => {
      // The proposal or its record has moved on: the page shows them as they are now.
      if (error instanceof ApiError && (error.status === 409 || error.status === 412)) {
        void queries.invalidateQueries({ queryKey: ['answer'] })
      }
    },
  })
  const submit = (decision: Decision, thenPublish = false) => {
    const read = reviewProposal.body.safeParse({ decision, reason })
    setProblem(read.success ? undefined : read.error.issues[0]?.message)
    decide.reset()
    if (read.success) decide.mutate({ decision, thenPublish })
  }
  const isStale = proposal.stale !== null
  return (
    <Section title="Your review">
      <div className={styles.decide}>
        <ErrorSummary
          problems={problem === undefined ? [] : [{ id: 'review-reason', label: 'Reason', message: problem }]}
          message={decide.error?.message}
          title="Your decision was not saved."
        />
        <TextArea
          id="review-reason"
          label="Reason"
          hint="Needed to return or reject it; the author reads it."
          rows={3}
          value={reason}
          error={problem}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.buttons}>
          {mayPublish ? (
            <Button kind="primary" disabled={decide.isPending || isStale} onClick={() => submit('approve', true)}>
              Approve and publish
            </Button>
          ) : null}
          <Button
            kind={mayPublish ? 'normal' : 'primary'}
            disabled={decide.isPending || isStale}
            onClick={() => submit('approve')}
          >
            Approve
          </Button>
          <Button disabled={decide.isPending} onClick={() => submit('return')}>
            Return with this reason
          </Button>
          <Button disabled={decide.isPending} onClick={() => submit('reject')}>
            Reject
          </Button>
        </div>
      </div>
    </Section>
  )
}

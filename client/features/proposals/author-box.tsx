import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import { isAct } from '#contract/proposal-kinds.ts'
import { type Proposal, withdrawProposal } from '#contract/proposals.ts'
import { proposalRef } from './proposal-words.ts'
import styles from './proposals.module.css'

/** What its author can do with a proposal that is not decided. */
export const AuthorBox = ({ proposal }: { proposal: Proposal }) => {
  const queries = useQueryClient()
  const params = { id: proposalRef(proposal.id) }
  const withdraw = useMutation({
    mutationFn: () => call(withdrawProposal, { params, body: {}, ifMatch: `"${proposal.version}"` }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['answer'] }),
  })
  return (
    <Section title="Your proposal" note="Only you can change it">
      <div className={styles.decide}>
        <ErrorSummary problems={[]} message={withdraw.error?.message} title="It was not withdrawn." />
        <div className={styles.buttons}>
          {isAct(proposal.kind) ? null : (
            <Link to="/proposals/$id/edit" params={params} className={buttonClass()}>
              Edit it
            </Link>
          )}
          <Button disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            Withdraw it
          </Button>
        </div>
      </div>
    </Section>
  )
}

import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { RecordLink } from '#client/components/records/record-link.tsx'
import { ChangeList } from '#client/components/records/change-list.tsx'
import { Facts } from '#client/components/layout/facts.tsx'
import { Notice } from '#client/components/layout/notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { isAct } from '#contract/proposal-kinds.ts'
import { type Proposal, getProposal } from '#contract/proposals.ts'
import { AuthorBox } from './author-box.tsx'
import { Comments } from './comments.tsx'
import { Outcome } from './outcome.tsx'
import { ProposalWarnings } from './proposal-warnings.tsx'
import { kindWords, proposalRef, stateWords } from './proposal-words.ts'
import { Applying } from './applying.tsx'
import { ReviewBox } from './review-box.tsx'

/** Of other features, put together where the desk's pages are. */
type Parts = {
  readonly Publishing: () => ReactNode
  readonly Touches: (given: { proposal: Proposal }) => ReactNode
}

/** One proposal: who proposes what and why, the difference it makes, and what can be done with it. */
export const ProposalPage = (parts: Parts) => {
  const { id } = useParams({ strict: false })
  const proposal = useAnswer(getProposal, { params: { id: id ?? '' }, askAgain: ({ applying }) => applying })
  return (
    <Answered query={proposal} what="the proposal" page>
      {(data) => <OneProposal key={data.id} proposal={data} {...parts} />}
    </Answered>
  )
}

const OneProposal = ({ proposal, Publishing, Touches }: Parts & { proposal: Proposal }) => {
  const [isPublishing, setPublishing] = useState(false)
  const isApproved = proposal.state === 'approved'
  return (
    <>
      <PageHeading title={proposal.title} above={`Proposal ${proposalRef(proposal.id)}`} />
      <ProposalFacts proposal={proposal} />
      {proposal.stale === null ? null : <StaleNotice proposal={proposal} />}
      <ProposalWarnings proposal={proposal} />
      <Applying proposal={proposal} />
      <Section title={isApproved ? 'What it changed' : 'What it changes'}>
        <ChangeList
          changes={proposal.changes}
          isNew={proposal.recordId === null && !isAct(proposal.kind)}
          ofRows={isAct(proposal.kind)}
          before={isApproved ? 'Before' : 'The record now'}
          after={isApproved ? 'After' : 'This proposal'}
        />
      </Section>
      {proposal.kind === 'redaction' && proposal.mayReview ? <Touches proposal={proposal} /> : null}
      <Comments proposal={proposal} />
      <Outcome proposal={proposal} />
      {isApproved && isPublishing ? (
        <Section title="Publish it">
          <Publishing />
        </Section>
      ) : null}
      {proposal.mayReview ? <ReviewBox proposal={proposal} onGoOnToPublish={() => setPublishing(true)} /> : null}
      {proposal.mayEdit ? <AuthorBox proposal={proposal} /> : null}
    </>
  )
}

/** A decision ends a proposal; a return does not, and is kept apart from it. */
const decisionFacts = ({ state, decidedBy, decidedAt, decisionReason }: Proposal) => {
  if (decidedBy === null || decidedAt === null) return []
  if (state === 'approved' || state === 'rejected') {
    return [
      { label: 'Decided by', value: `${decidedBy}, ${formatMoment(decidedAt)}` },
      ...(decisionReason === null ? [] : [{ label: 'Reviewer’s words', value: decisionReason }]),
    ]
  }
  const words = decisionReason === null ? '' : ` with: “${decisionReason}”`
  return [
    {
      label: state === 'returned' ? 'Returned' : 'Returned before',
      value: `On ${formatMoment(decidedAt)} by ${decidedBy}${words}`,
    },
  ]
}

const ProposalFacts = ({ proposal }: { proposal: Proposal }) => (
  <Facts
    facts={[
      { label: 'State', value: stateWords(proposal) },
      { label: 'Kind', value: kindWords(proposal) },
      ...(proposal.recordId === null
        ? []
        : [
            {
              label: 'Record',
              value: <RecordLink kind={proposal.kind} id={proposal.recordId} />,
            },
          ]),
      { label: 'Author', value: `${proposal.author.name}, ${formatMoment(proposal.createdAt)}` },
      { label: 'Reason', value: proposal.reason },
      ...decisionFacts(proposal),
    ]}
  />
)

const StaleNotice = ({ proposal }: { proposal: Proposal }) => (
  <Notice tone="caution">
    <p>
      <strong>
        {proposal.stale?.body === null
          ? 'The record was taken out of the register after this was proposed.'
          : 'The record was changed after this was proposed.'}
      </strong>{' '}
      It cannot be approved as it is. Below, both versions stand side by side: the record as it is now, and this
      proposal.
    </p>
    <p>
      {proposal.mayEdit
        ? 'Edit it to put your changes on the present version, or withdraw it.'
        : 'Return it to its author, who can put the changes on the present version.'}
    </p>
  </Notice>
)

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { TextArea } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { call } from '#client/lib/call.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { requestKeys } from '#client/lib/request-keys.ts'
import { useHasRole } from '#client/lib/use-session.ts'
import { contentRoles } from '#contract/access.ts'
import { type Proposal, commentOnProposal } from '#contract/proposals.ts'
import { proposalRef } from './proposal-words.ts'
import styles from './proposals.module.css'

/** What was said about a proposal, and a word of one's own. */
export const Comments = ({ proposal: { id, comments } }: { proposal: Proposal }) => {
  const mayComment = useHasRole(...contentRoles)
  if (comments.length === 0 && !mayComment) return null
  return (
    <Section title="Comments" note={comments.length === 0 ? 'None yet' : undefined}>
      <ol className={styles.comments}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className={styles.comment}>{comment.text}</p>
            <p className={styles.muted}>
              {comment.author}, {formatMoment(comment.madeAt)}
            </p>
          </li>
        ))}
      </ol>
      {mayComment ? <AddComment id={id} /> : null}
    </Section>
  )
}

const AddComment = ({ id }: { id: number }) => {
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [keys] = useState(requestKeys)
  const say = useMutation({
    mutationFn: () => call(commentOnProposal, { params: { id: proposalRef(id) }, body: { text }, idempotencyKey: keys.of([id, text]) }),
    onSuccess: async () => {
      setText('')
      keys.spend()
      await queries.invalidateQueries({ queryKey: ['answer'] })
    },
  })
  return (
    <div className={styles.decide}>
      <ErrorSummary problems={[]} message={say.error?.message} title="Your comment was not saved." />
      <TextArea label="Comment" rows={2} value={text} onChange={(event) => setText(event.target.value)} />
      <div className={styles.buttons}>
        <Button disabled={say.isPending || text.trim() === ''} onClick={() => say.mutate()}>
          {say.isPending ? 'Saving …' : 'Add the comment'}
        </Button>
      </div>
    </div>
  )
}

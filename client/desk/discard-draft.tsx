import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type DraftRow, discardDraft } from '#contract/drafts.ts'
import { Button } from '../components/forms/button.tsx'
import { VisuallyHidden } from '../components/layout/visually-hidden.tsx'
import { call } from '../lib/call.ts'
import styles from './desk.module.css'

/** Throws a draft away, once asked and once confirmed: nothing brings it back. */
export const DiscardDraft = ({ draft: { id, version, title } }: { draft: DraftRow }) => {
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const discard = useMutation({
    mutationFn: () => call(discardDraft, { params: { id: String(id) }, ifMatch: `"${version}"` }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['answer'] }),
  })
  return (
    <p className={styles.small}>
      {isAsking ? (
        <>
          Throw it away for good?{' '}
          <Button small onClick={() => discard.mutate()}>
            Yes, throw it away
          </Button>{' '}
          <Button small kind="plain" onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button small kind="plain" onClick={() => setAsking(true)}>
          Throw away<VisuallyHidden> the draft “{title}”</VisuallyHidden>
        </Button>
      )}
      {discard.error === null ? null : <span role="alert"> {discard.error.message}</span>}
    </p>
  )
}

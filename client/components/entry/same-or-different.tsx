import { type ReactNode, useState } from 'react'
import { Button } from '#client/components/forms/button.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import type { DifferentFrom } from '#contract/different-from.ts'
import { type Candidate, findCandidates } from '#contract/duplicates.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import { CandidateWords } from './candidate-words.tsx'
import styles from './candidates.module.css'

type Props = {
  /** What is known of who is entered; nothing is asked while the name is empty. */
  readonly query: QueryOf<typeof findCandidates>
  readonly differentFrom: readonly DifferentFrom[number][]
  /** The way to the record that is used instead. */
  readonly same: (candidate: Candidate) => ReactNode
  readonly onDifferent: (differentFrom: readonly DifferentFrom[number][]) => void
}

/** Someone who is entered, beside those of the register who may be the same: "same" uses the record, "different" asks why and is kept. */
export const SameOrDifferent = ({ query, differentFrom, same, onDifferent }: Props) => {
  const asked = JSON.parse(useDebounced(JSON.stringify(query))) as Props['query']
  const answer = useAnswer(findCandidates, { query: asked, enabled: asked.name !== '', keepPrevious: true })
  const isSaid = (id: number) => differentFrom.some(({ detaineeId }) => detaineeId === id)
  const open = asked.name === '' ? [] : (answer.data?.data ?? []).filter(({ person }) => !isSaid(person.id))
  return (
    <output className={styles.box}>
      {open.length === 0 ? null : (
        <>
          <p>
            <strong>{asked.name} may be the same as someone on record.</strong> A person is entered once.
          </p>
          <ul>
            {open.map((candidate) => (
              <li key={candidate.person.id}>
                <CandidateWords candidate={candidate} />
                <Decide
                  candidate={candidate}
                  same={same(candidate)}
                  onDifferent={(reason) => onDifferent([...differentFrom, { detaineeId: candidate.person.id, reason }])}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {differentFrom.map(({ detaineeId, reason }) => (
        <p key={detaineeId}>
          Not D-{detaineeId}: {reason}{' '}
          <Button small kind="plain" onClick={() => onDifferent(differentFrom.filter((other) => other.detaineeId !== detaineeId))}>
            Take this back<VisuallyHidden> for D-{detaineeId}</VisuallyHidden>
          </Button>
        </p>
      ))}
    </output>
  )
}

const Decide = ({
  candidate: { person },
  same,
  onDifferent,
}: {
  candidate: Candidate
  same: ReactNode
  onDifferent: (reason: string) => void
}) => {
  const [reason, setReason] = useState<string | null>(null)
  if (reason === null) {
    return (
      <p>
        {same}{' '}
        <Button small kind="plain" onClick={() => setReason('')}>
          Different<VisuallyHidden> from {person.ref}</VisuallyHidden>
        </Button>
      </p>
    )
  }
  return (
    <div>
      <TextField
        label={`How you know that this is not ${person.ref}`}
        hint="It is kept, and the two are not asked about again."
        value={reason}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      <Button small disabled={reason.trim() === ''} onClick={() => onDifferent(reason.trim())}>
        Keep it
      </Button>{' '}
      <Button small kind="plain" onClick={() => setReason(null)}>
        Not now
      </Button>
    </div>
  )
}

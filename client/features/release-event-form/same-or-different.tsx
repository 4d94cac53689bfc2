import { useState } from 'react'
import { CandidateWords } from '#client/components/entry/candidate-words.tsx'
import styles from '#client/components/entry/candidates.module.css'
import { Button } from '#client/components/forms/button.tsx'
import { TextField } from '#client/components/forms/text-field.tsx'
import { VisuallyHidden } from '#client/components/layout/visually-hidden.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { type Candidate, findCandidates } from '#contract/duplicates.ts'
import type { PersonDraft } from './draft.ts'

type NewPerson = NonNullable<PersonDraft['newPerson']>

/** Someone entered as new, beside those of the register who may be the same: "same" uses the record, "different" asks why and is kept. */
export const SameOrDifferent = ({
  newPerson: { name, sex, differentFrom },
  onSame,
  onDifferent,
}: {
  newPerson: NewPerson
  onSame: (candidate: Candidate) => void
  onDifferent: (differentFrom: NewPerson['differentFrom']) => void
}) => {
  const q = useDebounced(name.trim()).slice(0, 200)
  const answer = useAnswer(findCandidates, {
    query: { name: q, limit: 3, ...(sex === 'f' || sex === 'm' || sex === 'x' ? { sex } : {}) },
    enabled: q !== '',
    keepPrevious: true,
  })
  const isSaid = (id: number) => differentFrom.some(({ detaineeId }) => detaineeId === id)
  const open = q === '' ? [] : (answer.data?.data ?? []).filter(({ person }) => !isSaid(person.id))
  return (
    <output className={styles.box}>
      {open.length === 0 ? null : (
        <>
          <p>
            <strong>{name.trim()} may be the same as someone on record.</strong> A person is entered once.
          </p>
          <ul>
            {open.map((candidate) => (
              <li key={candidate.person.id}>
                <CandidateWords candidate={candidate} />
                <Decide
                  candidate={candidate}
                  onSame={() => onSame(candidate)}
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
  onSame,
  onDifferent,
}: {
  candidate: Candidate
  onSame: () => void
  onDifferent: (reason: string) => void
}) => {
  const [reason, setReason] = useState<string | null>(null)
  if (reason === null) {
    return (
      <p>
        <Button small onClick={onSame}>
          Same person<VisuallyHidden> as {person.ref}</VisuallyHidden>
        </Button>{' '}
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

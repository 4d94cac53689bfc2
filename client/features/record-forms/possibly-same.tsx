import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { CandidateWords } from '#client/components/entry/candidate-words.tsx'
import styles from '#client/components/entry/candidates.module.css'
import { countryOf } from '#client/components/entry/country-of.ts'
import { findCandidates } from '#contract/duplicates.ts'
import type { RecordDraft } from './record-draft.ts'

const typedIn = ({ values, lists }: RecordDraft) => {
  const [detention] = lists['detentions'] ?? []
  return {
    name: (lists['names'] ?? []).map((row) => (row.values['text'] ?? '').trim()).find((name) => name !== '') ?? '',
    birth: (values['birth'] ?? '').trim(),
    sex: values['sex'] ?? '',
    arrest: (detention?.values['arrest'] ?? '').trim(),
    country: countryOf(detention?.values['country'] ?? '') ?? '',
  }
}

/** People of the register who may be the one that is typed, with what agrees and what differs. Nothing where none is. */
export const PossiblySame = ({ draft, of }: { draft: RecordDraft; of: number | null }) => {
  const typed = useDebounced(JSON.stringify(typedIn(draft)))
  const { name, birth, sex, arrest, country } = JSON.parse(typed) as ReturnType<typeof typedIn>
  const answer = useAnswer(findCandidates, {
    query: {
      name: name.slice(0, 200),
      limit: 5,
      ...(birth === '' ? {} : { birth: birth.slice(0, 200) }),
      ...(arrest === '' ? {} : { arrest: arrest.slice(0, 200) }),
      ...(country === '' ? {} : { country }),
      ...(sex === 'f' || sex === 'm' || sex === 'x' ? { sex } : {}),
      ...(of === null ? {} : { of: `D-${of}` }),
    },
    enabled: name !== '',
    keepPrevious: true,
  })
  const found = name === '' ? [] : (answer.data?.data ?? [])
  return (
    <output className={styles.box}>
      {found.length === 0 ? null : (
        <>
          <p>
            <strong>May be in the register already.</strong> A person is entered once: look before you go on.
          </p>
          <ul>
            {found.map((candidate) => (
              <li key={candidate.person.id}>
                <CandidateWords candidate={candidate} />
              </li>
            ))}
          </ul>
        </>
      )}
    </output>
  )
}

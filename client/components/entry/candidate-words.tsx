import { PersonName } from '#client/components/values/person-name.tsx'
import type { Candidate } from '#contract/duplicates.ts'

/** Someone of the register who may be the person being entered: how alike, what agrees and what differs. */
export const CandidateWords = ({ candidate: { person, score, agrees, differs, nameOnly } }: { candidate: Candidate }) => (
  <>
    <a href={`/detainees/${person.ref}`} target="_blank" rel="opener">
      <PersonName name={person.name ?? person.ref} lang={person.lang} /> ({person.ref}, new tab)
    </a>
    <p>
      {Math.round(score * 100)} of 100{nameOnly ? ', by the name alone' : ''}
      {person.about.length === 0 ? '' : `; ${person.about.join('; ')}`}
    </p>
    {agrees.length === 0 ? null : <p>Agrees: {agrees.join('; ')}</p>}
    {differs.length === 0 ? null : <p>Differs: {differs.join('; ')}</p>}
  </>
)

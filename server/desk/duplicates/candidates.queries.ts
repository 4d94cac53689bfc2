import type { Kysely } from 'kysely'
import { readDate } from '#contract/dates/read-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { Candidate, findCandidates } from '#contract/duplicates.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Register } from '../../db/register.ts'
import { notStatedDate } from '../../features/common/dates.ts'
import { findNameHits } from '../../features/search/name-hits.queries.ts'
import { prepareName } from '../../names/score.ts'
import { searchWords } from '../../names/search-words.ts'
import { type PersonFacts, comparePeople } from './compare-people.ts'
import { describePeople } from './person-brief.ts'
import { findFacts } from './person-facts.queries.ts'
import { findVerdictsOf } from './verdicts.queries.ts'

/** As many namesakes are looked at more closely. */
const mostCompared = 60
/** From here on somebody is worth showing to whoever types a name. */
const leastShown = 0.5

const dateIn = (typed: string | undefined): StatedDate => {
  const read = typed === undefined || typed === '' ? null : readDate(typed)
  return read === null || 'problem' in read ? notStatedDate : read.date
}

/** What has been typed so far, as a person to compare with. */
const typedPerson = ({ name, birth, arrest, country, sex, event }: QueryOf<typeof findCandidates>): PersonFacts => {
  const arrested = dateIn(arrest)
  return {
    names: [prepareName(name)],
    sex: sex ?? 'not_stated',
    birth: dateIn(birth),
    occupation: null,
    arrests: country !== undefined ? [{ country, date: arrested }] : [],
    citizenships: [],
    events: new Map(event === undefined ? [] : [[event, 'this release']]),
  }
}

/** People of the register who may be the one being typed, the likeliest first. */
export const findLikePeople = async (
  db: Kysely<Register>,
  file: RecordFile,
  query: QueryOf<typeof findCandidates>,
): Promise<Candidate[]> => {
  const { people } = await findNameHits(file, query.name, searchWords(query.name), 0)
  const different = query.of === undefined ? [] : (await findVerdictsOf(db, query.of)).map(({ other }) => other)
  const passedOver = new Set([...different, ...(query.of === undefined ? [] : [query.of])])
  const facts = await findFacts(db, people.filter((id) => !passedOver.has(id)).slice(0, mostCompared))
  const typed = typedPerson(query)
  const found = [...facts]
    .map(([id, known]) => ({ id, ...comparePeople(typed, known) }))
    .filter(({ score }) => score >= leastShown)
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, query.limit)
  const describe = await describePeople(db, facts)
  return found.map(({ id, ...likeness }) => ({
    ...likeness,
    agrees: [...likeness.agrees],
    differs: [...likeness.differs],
    person: describe(id),
  }))
}

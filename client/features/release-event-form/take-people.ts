import { type Take, type Taken, type Words, nearest, withWords } from '#client/components/entry/text/words.ts'
import { counted } from '#contract/charts/format-count.ts'
import { countryName } from '#contract/countries.ts'
import { evidenceFields } from '#contract/source-write.ts'
import { withRowAdded, withRowChanged } from './change-draft.ts'
import type { Draft, PersonDraft } from './draft.ts'
import { newPerson } from './new-rows.ts'

/** The evidence of someone who was just named says that they were released, and no more. */
const namedBy = (draft: Draft, person: PersonDraft, words: Words): { person: PersonDraft; piece: string } => {
  const { evidence, piece } = withWords(person.evidence, words, { supports: [evidenceFields.people[0]], mainSource: draft.mainSource })
  return { person: { ...person, evidence }, piece }
}

/** The next name of a pasted list, put where people are looked up; nothing where the list is done. */
export const withNextName = (draft: Draft): Draft => {
  const [next, ...names] = draft.names
  return next === undefined ? draft : { ...draft, names, finders: { ...draft.finders, people: next } }
}

const separators = /[\n;]|,(?=\s)/u

/** A pasted list as names: one on each line, or parted by commas or semicolons; numbers before them are left out. */
export const namesIn = (list: string): string[] => [
  ...new Set(
    list
      .split(separators)
      .map((name) => name.replace(/^\s*(?:\d{1,5}[.)]|[-–•*])\s*/u, '').trim())
      .filter((name) => /\p{L}/u.test(name)),
  ),
]

/** Adds someone with the words that name them, where words are waiting for a person to be chosen. */
export const withPersonAdded = (draft: Draft, person: PersonDraft): Draft => {
  const { people: words = null, ...rest } = draft.pending
  return withNextName(withRowAdded({ ...draft, pending: rest }, 'people', words === null ? person : namedBy(draft, person, words).person))
}

/** Someone of the register whom the words name: a new row, or these words for the row they have. */
const withKnown = (draft: Draft, id: number, name: string, words: Words): { draft: Draft; piece: string } => {
  const known = draft.people.find(({ detaineeId }) => detaineeId === id)
  const { person, piece } = namedBy(draft, known ?? newPerson({ detaineeId: id, known: { name, lang: null, about: `D-${id}` } }), words)
  return {
    draft: known === undefined ? withRowAdded(draft, 'people', person) : withRowChanged(draft, 'people', person.uid, { evidence: person.evidence }),
    piece,
  }
}

const longestName = 6

/** The people whom the words name; words that name nobody of the register are looked up, to be chosen or added by hand. */
export const takePeople: Take<Draft>['take'] = (draft, words) => {
  const near = words.near.filter(({ kind }) => kind === 'person')
  const bearers = Map.groupBy(near, ({ start, end }) => `${start} ${end}`)
  if (near.length > 0 && [...bearers.values()].every((same) => same.length === 1)) {
    let next: Taken<Draft> = { draft, said: '' }
    for (const { value, reading } of near) {
      const { draft: now, piece } = withKnown(next.draft, Number(value), reading.replace(/ \(D-\d+\)$/, ''), words)
      next = { draft: now, said: `${counted(near.length, 'person', 'people')} of the register: ${near.map((one) => one.reading).join(', ')}`, piece }
    }
    return next
  }
  if (near.length === 0 && words.quote.split(/\s+/).length > longestName) {
    return { problem: 'Nobody of the register is found in these words. Select a name alone to look it up, or to add someone new.' }
  }
  return {
    draft: { ...draft, finders: { ...draft.finders, people: words.quote }, pending: { ...draft.pending, people: words } },
    said: near.length === 0 ? 'Choose who it is, or add someone new' : 'Several people have this name: choose which it is',
    focus: 'find-people',
  }
}

/** Where the last person went, with the words that say so. */
export const takePlace: Take<Draft>['take'] = (draft, words) => {
  const person = draft.people.at(-1)
  const near = nearest(words, 'country')
  if (person === undefined) return { problem: 'Enter a person first.' }
  if (near === null) return { problem: 'No country is found in these words. Choose it in the form.' }
  const destination = countryName(near.first.value)
  const { evidence, piece } = withWords(person.evidence, words, { supports: ['destination'], mainSource: draft.mainSource })
  return { draft: withRowChanged(draft, 'people', person.uid, { destination, evidence }), said: `${nameOf(person)}: ${destination}`, piece }
}

export const nameOf = ({ newPerson: added, known }: PersonDraft): string => added?.name ?? known.name

import { type Take, type Taken, type Words, nearest, ofSeveral, withWords } from '#client/components/entry/text/words.ts'
import { countryName } from '#contract/countries.ts'
import { readDate } from '#contract/dates/read-date.ts'
import { evidenceFields } from '#contract/source-write.ts'
import { withRowAdded, withRowChanged } from './change-draft.ts'
import { countryOfPeople } from './demonyms.ts'
import { takeOnward, takeRestrictions } from './take-afterwards.ts'
import { takeBasis, takeDeparture } from './take-codes.ts'
import type { CountDraft, Draft, EventField } from './draft.ts'
import { newCount, newNote } from './new-rows.ts'
import { takePeople, takePlace } from './take-people.ts'

/*
 * What each key does with words selected in the text: pure functions from one draft to the next.
 * A value that another source has filled already is not overwritten: the words are kept as what
 * this source says instead.
 */

/** Fills a field of the event, or keeps what these words say beside what stands there. */
const intoField = (draft: Draft, field: EventField, words: Words, value: string, said: string): Taken<Draft> => {
  const stands = draft[field].trim()
  const differs = stands !== '' && stands !== value && stands !== 'not_stated' && draft.evidence[field].some(({ quote }) => quote.trim() !== '')
  const { evidence, piece } = withWords(draft.evidence[field], words, {
    supports: [field],
    mainSource: draft.mainSource,
    ...(differs ? { asserts: value } : {}),
  })
  const next = { ...draft, evidence: { ...draft.evidence, [field]: evidence } }
  return differs
    ? { draft: next, said: `${said}. The form says ${stands} already: this is kept as what the source says instead`, piece }
    : { draft: { ...next, [field]: value }, said, piece }
}

const takeDate: Take<Draft>['take'] = (draft, words) => {
  const near = nearest(words, 'date')
  const value = near?.first.value ?? words.quote
  const read = readDate(value)
  if ('problem' in read) return { problem: `No date is read in these words. ${read.problem}` }
  return intoField(draft, 'date', words, value, `Date: ${value}, ${read.reading}${ofSeveral(near?.count ?? 1)}`)
}

const takeCountry: Take<Draft>['take'] = (draft, words) => {
  const near = nearest(words, 'country')
  if (near === null) return { problem: 'No country is found in these words. Choose it in the form, and quote the words there.' }
  const name = countryName(near.first.value)
  return intoField(draft, 'country', words, name, `Releasing country: ${name}${ofSeveral(near.count)}`)
}

const isEmptyTotal = ({ dimension, best, id }: CountDraft): boolean => dimension === 'total' && best.trim() === '' && id === null

/** Where they went, or whose citizens they are: people are mostly called otherwise than their country. */
const countryIn = (words: Words, dimension: 'destination' | 'nationality'): string | null =>
  (dimension === 'nationality' ? countryOfPeople(words.quote) : null) ?? nearest(words, 'country')?.first.value ?? null

/** A count with these words for it: in the row for the same thing that has no number yet, or in a new one. */
const intoCount = (draft: Draft, dimension: 'total' | 'destination' | 'nationality', words: Words): Taken<Draft> => {
  const number = nearest(words, 'number')
  const code = dimension === 'total' ? null : countryIn(words, dimension)
  if (number === null && code === null) {
    return { problem: dimension === 'total' ? 'No number is found in these words.' : 'Neither a number nor a country is found in these words.' }
  }
  const best = number?.first.value ?? ''
  const cell = code === null ? '' : countryName(code)
  const isSame = (row: CountDraft) => row.dimension === dimension && row.cell === cell
  const same = draft.counts.find((row) => isSame(row) && (row.best === best || row.best === ''))
  const row = same ?? (dimension === 'total' ? draft.counts.find(isEmptyTotal) : undefined)
  const isOther = row === undefined && draft.counts.some(isSame)
  const population = draft.counts.find((count) => count.dimension === 'total')?.population ?? 'not_stated'
  const filled = row ?? newCount(dimension, { cell, population, ...(isOther ? { state: 'other' } : {}) })
  const { evidence, piece } = withWords(filled.evidence, words, { supports: evidenceFields.counts, mainSource: draft.mainSource })
  const next = row === undefined ? withRowAdded(draft, 'counts', { ...filled, best, evidence }) : withRowChanged(draft, 'counts', row.uid, { best, evidence })
  const what = dimension === 'total' ? 'Released' : dimension === 'destination' ? `To ${cell || 'a country still to be chosen'}` : `From ${cell || 'a country still to be chosen'}`
  const focus = best === '' ? `${filled.uid}-best` : cell === '' && dimension !== 'total' ? `${filled.uid}-cell` : undefined
  return {
    draft: next,
    said: `${what}: ${best || 'a number still to be typed'}${ofSeveral(number?.count ?? 1)}${isOther ? '. It is one more claim: another is the used one' : ''}`,
    piece,
    ...(focus === undefined ? {} : { focus }),
  }
}

const takeNote: Take<Draft>['take'] = (draft, words) => {
  const note = newNote()
  const { evidence, piece } = withWords(note.evidence, words, { supports: evidenceFields.notes, mainSource: draft.mainSource })
  return {
    draft: withRowAdded(draft, 'notes', { ...note, text: words.quote, evidence }),
    said: 'Note: choose what it is about',
    piece,
    focus: `${note.uid}-kind`,
  }
}

const takeLink: Take<Draft>['take'] = (draft, words) => ({
  draft: { ...draft, pending: { ...draft.pending, links: words } },
  said: 'Choose the sanctions action: it keeps these words',
  focus: 'find-links',
})

const takeText = (field: 'title' | 'summary', label: string): Take<Draft>['take'] => (draft, words) =>
  draft[field].trim() === ''
    ? { draft: { ...draft, [field]: words.quote }, said: `${label}: ${words.quote}` }
    : { problem: `The ${label.toLowerCase()} is written already: change it in the form.` }

/** In the order in which one mostly enters an article. */
export const takes: readonly Take<Draft>[] = [
  { key: 't', label: 'Title', take: takeText('title', 'Title') },
  { key: 'd', label: 'Date', take: takeDate },
  { key: 'c', label: 'Releasing country', take: takeCountry },
  { key: 'n', label: 'How many', take: (draft, words) => intoCount(draft, 'total', words) },
  { key: 'g', label: 'How many to a country', take: (draft, words) => intoCount(draft, 'destination', words) },
  { key: 'y', label: 'How many of a nationality', take: (draft, words) => intoCount(draft, 'nationality', words) },
  { key: 'p', label: 'People', take: takePeople },
  { key: 'l', label: 'Where the last person went', take: takePlace },
  { key: 'h', label: 'How the last person left', take: takeDeparture },
  { key: 'r', label: 'What still binds the last person', take: takeRestrictions },
  { key: 'f', label: 'Where the last person was taken on', take: takeOnward },
  { key: 'b', label: 'Basis', take: takeBasis },
  { key: 'k', label: 'Sanctions action', take: takeLink },
  { key: 'o', label: 'Note', take: takeNote },
  { key: 'u', label: 'Summary', take: takeText('summary', 'Summary') },
]

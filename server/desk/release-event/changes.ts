import type { ProposedChange } from '#contract/proposals.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { noteKindLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { Names } from '../record/names.ts'
import { dateWords } from '../record/source-words.ts'
import { type Thing, compareThings, newSourceThings, supportOf } from '../record/things.ts'
import { dateFrom } from '../record/typed-date.ts'
import {
  assertedWords,
  basisWords,
  countLabel,
  countWords,
  linkWords,
  noteWords,
  personName,
  personWords,
} from './words.ts'

const codeOrNull = (code: string | null): string | null => (code === 'not_stated' ? null : code)

const thingsOf = (body: ReleaseEventWrite, names: Names): Thing[] => {
  const support = supportOf(body.sources, names, assertedWords)
  const keyed = (part: string, id: number | null, index: number) => (id === null ? `${part} new ${index}` : `${part} ${id}`)
  return [
    { key: 'title', path: 'title', label: 'Title', words: body.title, ...support(body.evidence.title, 'title', {}) },
    { key: 'date', path: 'date', label: 'Date', words: dateWords(body.date), ...support(body.evidence.date, 'date', { date: dateFrom(body.date).edtf }) },
    { key: 'country', path: 'country', label: 'Releasing country', words: countryName(body.country), ...support(body.evidence.country, 'country', { country: body.country }) },
    { key: 'basis', path: 'basis', label: 'Basis', words: basisWords(body.basis), ...support(body.evidence.basis, 'basis', { basis: codeOrNull(body.basis) }) },
    { key: 'summary', path: 'summary', label: 'Summary', words: body.summary, ...support(body.evidence.summary, 'summary', {}) },
    ...body.counts.map((count, index) => ({
      key: keyed('count', count.id, index),
      path: `counts.${index}`,
      label: countLabel(count),
      words: countWords(count),
      ...support(count.evidence, 'best', { best: String(count.best), population: codeOrNull(count.population) }),
    })),
    ...body.people.map((person, index) => ({
      key: keyed('person', person.id, index),
      path: `people.${index}`,
      label: `Person, ${personName(person, names)}`,
      words: personWords(person, names),
      ...support(person.evidence, 'releaseEvent', {
        destination: person.destination,
        destinationState: codeOrNull(person.destinationState),
        departureMode: person.departureMode,
        onwardCountry: person.onwardCountry,
        onward: dateFrom(person.onward).edtf,
      }),
    })),
    ...body.links.map((link, index) => ({
      key: keyed('link', link.id, index),
      path: `links.${index}`,
      label: `Sanctions action, ${names.action(link.sanctionsActionId)}`,
      words: linkWords(link, names),
      ...support(link.evidence, 'relation', { relation: link.relation }),
    })),
    ...body.notes.map((note, index) => ({
      key: keyed('note', note.id, index),
      path: `notes.${index}`,
      label: `Note, ${noteKindLabels[note.kind].toLowerCase()}`,
      words: noteWords(note),
      ...support(note.evidence, 'text', {}),
    })),
    ...newSourceThings(body.sources),
  ]
}

/**
 * What turning one body into the other changes, as a reviewer reads it, in the order of the
 * form; what is removed comes last. A null body is a record that is not there.
 */
export const changesBetween = (
  before: ReleaseEventWrite | null,
  after: ReleaseEventWrite | null,
  names: Names,
): ProposedChange[] => compareThings(before ? thingsOf(before, names) : [], after ? thingsOf(after, names) : [])

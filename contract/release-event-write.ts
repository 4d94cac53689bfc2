import { basisLabels, codeOf, departureModeLabels, destinationStateLabels, linkLabels, noteKindLabels, sexLabels } from './codes.ts'
import { Id } from './common.ts'
import { CountWrite } from './count-write.ts'
import { CountryCode } from './countries.ts'
import { DifferentFrom } from './different-from.ts'
import { dateTyped } from './dates/typed-days.ts'
import { type EvidenceWrite, SourceWrite, evidenceFields, evidenceList } from './source-write.ts'
import { TypedDate, text, textOrNull } from './write-fields.ts'
import { z } from './zod.ts'

/*
 * What the form sends and a proposal keeps: a whole release event as it should become.
 * Rows with an id are kept or corrected, rows without one are new, rows left out are removed.
 */

export const NewPerson = z.strictObject({
  name: text(500, 'Type the name as the source gives it.'),
  lang: textOrNull(35),
  sex: codeOf(sexLabels).default('not_stated'),
  description: textOrNull(5000),
  differentFrom: DifferentFrom,
})

export const PersonWrite = z
  .strictObject({
    id: Id.nullable().default(null),
    detaineeId: Id.nullable().default(null),
    newPerson: NewPerson.nullable().default(null),
    destination: CountryCode.nullable().default(null),
    destinationState: codeOf(destinationStateLabels).default('not_stated'),
    departureMode: codeOf(departureModeLabels).nullable().default(null),
    /** What still binds the person after the release, as the source says it. */
    restrictions: textOrNull(5000),
    /** Where they were taken from there, and when: part of this release, no second one. */
    onwardCountry: CountryCode.nullable().default(null),
    onward: TypedDate.default('not stated'),
    evidence: evidenceList,
  })
  .superRefine((person, context) => {
    if ((person.detaineeId === null) === (person.newPerson === null)) {
      context.addIssue({ code: 'custom', path: ['detaineeId'], message: 'Choose a person, or add a new one.' })
    }
    if (person.destinationState === 'refused_departure' && person.destination !== null) {
      context.addIssue({
        code: 'custom',
        path: ['destination'],
        message: 'Someone who refused to leave has no destination: choose "Not stated".',
      })
    }
    if (person.onwardCountry === null && (dateTyped(person.onward)?.basis ?? 'not_stated') !== 'not_stated') {
      context.addIssue({
        code: 'custom',
        path: ['onwardCountry'],
        message: 'Name the country they went on to, or empty the date.',
      })
    }
  })
export type PersonWrite = z.output<typeof PersonWrite>

export const LinkWrite = z.strictObject({
  id: Id.nullable().default(null),
  sanctionsActionId: z.number('Choose a sanctions action.').int().positive(),
  relation: codeOf(linkLabels),
  saidBy: textOrNull(500),
  evidence: evidenceList,
})

export const NoteWrite = z.strictObject({
  id: Id.nullable().default(null),
  kind: codeOf(noteKindLabels),
  saidBy: textOrNull(500),
  saidByRole: textOrNull(500),
  text: text(5000, 'Write the note, or remove it.'),
  evidence: evidenceList,
})

export const ReleaseEventWrite = z
  .strictObject({
    sources: z.array(SourceWrite).min(1, 'Name the source this comes from.').max(50),
    title: text(500, 'Give the release a short title.'),
    date: TypedDate,
    country: CountryCode,
    basis: codeOf(basisLabels).default('not_stated'),
    summary: textOrNull(5000),
    counts: z.array(CountWrite).max(500),
    people: z.array(PersonWrite).max(2000),
    links: z.array(LinkWrite).max(200),
    notes: z.array(NoteWrite).max(200),
    /** For the event's own fields. */
    evidence: z.strictObject({
      title: evidenceList,
      date: evidenceList,
      country: evidenceList,
      basis: evidenceList,
      summary: evidenceList,
    }),
  })
  .superRefine((event, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    const keys = new Set(event.sources.map((source) => source.key))
    const check = (list: readonly EvidenceWrite[], path: (string | number)[], fields: readonly string[]) =>
      list.forEach((item, index) => {
        if (item.id === null && item.field !== null && !fields.includes(item.field)) {
          refuse([...path, index, 'field'], 'There is no such value here. Leave it out for the main one.')
        }
        if (!keys.has(item.source)) refuse([...path, index, 'source'], 'Choose one of the sources above.')
      })
    for (const [field, list] of Object.entries(event.evidence)) check(list, ['evidence', field], [])
    for (const kind of ['counts', 'people', 'links', 'notes'] as const) {
      event[kind].forEach((row, index) => check(row.evidence, [kind, index, 'evidence'], evidenceFields[kind]))
    }
    if (keys.size < event.sources.length) refuse(['sources'], 'Two sources go by the same key.')
    const used = new Map<string, number>()
    event.counts.forEach((count, index) => {
      if (count.state !== 'used') return
      const cell = `${count.dimension} ${count.cell}`
      if (used.has(cell)) {
        refuse(['counts', index, 'state'], 'Another count of the same thing is used already. Set one of them to "Another claim".')
      }
      used.set(cell, index)
    })
    event.counts.forEach((count, index) => {
      if (count.state === 'other' && !used.has(`${count.dimension} ${count.cell}`)) {
        refuse(['counts', index, 'state'], 'One claim for each thing counted has to be the used one.')
      }
    })
    const people = new Set<number>()
    event.people.forEach((person, index) => {
      if (person.detaineeId === null) return
      if (people.has(person.detaineeId)) refuse(['people', index, 'detaineeId'], 'This person is in the list already.')
      people.add(person.detaineeId)
    })
    const links = new Set<string>()
    event.links.forEach((link, index) => {
      const key = `${link.sanctionsActionId} ${link.relation}`
      if (links.has(key)) refuse(['links', index, 'relation'], 'This link is in the list already.')
      links.add(key)
    })
  })
export type ReleaseEventWrite = z.output<typeof ReleaseEventWrite>
export type ReleaseEventInput = z.input<typeof ReleaseEventWrite>

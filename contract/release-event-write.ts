import {
  basisLabels,
  claimStateLabels,
  codeOf,
  departureModeLabels,
  destinationStateLabels,
  dimensionLabels,
  linkLabels,
  noteKindLabels,
  populationLabels,
  qualifierLabels,
  relationLabels,
  sexLabels,
} from './codes.ts'
import { Id, hasNoNul, nulMessage } from './common.ts'
import { CountryCode } from './countries.ts'
import { readDate } from './dates/read-date.ts'
import { z } from './zod.ts'

/*
 * What the form sends and a proposal keeps: a whole release event as it should become.
 * Rows with an id are kept or corrected, rows without one are new, rows left out are removed.
 */

/** Text as typed: trimmed, empty becomes null. `limit` is in characters. */
const textOrNull = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, `Shorten this to ${limit} characters.`)
    .refine(hasNoNul, nulMessage)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

const text = (limit: number, ask: string) =>
  z.string().trim().min(1, ask).max(limit, `Shorten this to ${limit} characters.`).refine(hasNoNul, nulMessage)

/** A date as people write it; the reading of contract/dates decides. It is kept as typed. */
export const TypedDate = z
  .string()
  .max(500, 'Shorten this date.')
  .superRefine((typed, context) => {
    const read = readDate(typed)
    if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem })
  })
  .meta({ description: 'A date as written: "13 December 2025", "about June 2025", "not stated"' })

const WebAddress = z
  .string()
  .trim()
  .max(2000, 'Shorten this address to 2000 characters.')
  .refine((address) => address === '' || /^https?:\/\/[^\s\0]+$/.test(address), 'Start the address with https:// or http://.')
  .transform((address) => (address === '' ? null : address))
  .nullable()
  .default(null)

export const SourceWrite = z
  .strictObject({
    /** The name this body calls the source by: `s1`. */
    key: z.string().min(1).max(40),
    /** A source of the register, taken as it is there: the fields below describe a new one only. */
    id: Id.nullable().default(null),
    title: textOrNull(500),
    publisher: textOrNull(500),
    author: textOrNull(500),
    url: WebAddress,
    published: TypedDate.default('not stated'),
    language: textOrNull(35),
  })
  .refine((source) => source.id !== null || source.title !== null || source.publisher !== null || source.url !== null, {
    path: ['title'],
    message: 'Choose a source, or give a new one a title, a publisher or an address.',
  })
export type SourceWrite = z.output<typeof SourceWrite>

/** The values of a row that evidence can support; the first is the one meant when none is named. */
export const evidenceFields = {
  counts: ['best', 'population'],
  people: ['releaseEvent', 'destination', 'destinationState', 'departureMode'],
  links: ['relation'],
  notes: ['text'],
} as const

export const EvidenceWrite = z.strictObject({
  id: Id.nullable().default(null),
  /** Which value of its row this supports, one of `evidenceFields`; null is the row's main one. */
  field: z.string().max(40).nullable().default(null),
  source: z.string().min(1, 'Choose the source that says this.').max(40),
  /** Null: no words are kept. */
  quote: textOrNull(5000),
  saidBy: textOrNull(500),
  asserts: textOrNull(5000),
})
export type EvidenceWrite = z.output<typeof EvidenceWrite>

const evidence = z.array(EvidenceWrite).max(50).default([])

const number = z
  .number('Type a whole number.')
  .int('Type a whole number.')
  .min(0, 'A count cannot be below zero.')
  .max(10_000_000, 'This number is too large.')

export const CountWrite = z
  .strictObject({
    id: Id.nullable().default(null),
    dimension: codeOf(dimensionLabels),
    /** `all` for the total; a country code for destination and nationality; f, m or x for sex. */
    cell: text(500, 'Say what is counted.'),
    relation: codeOf(relationLabels).default('partition'),
    qualifier: codeOf(qualifierLabels).default('exact'),
    best: number,
    /** Used with the qualifiers `about` and `range`. */
    lowest: number.nullable().default(null),
    highest: number.nullable().default(null),
    population: codeOf(populationLabels).default('not_stated'),
    saidBy: textOrNull(500),
    state: codeOf(claimStateLabels).default('used'),
    evidence,
  })
  .superRefine((count, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((count.dimension === 'total') !== (count.cell === 'all')) {
      refuse('cell', 'The total counts all; every other count names what it counts.')
    }
    if (count.dimension === 'destination' || count.dimension === 'nationality') {
      if (!CountryCode.safeParse(count.cell).success) refuse('cell', 'Choose a country.')
    }
    if (count.dimension === 'sex' && !['f', 'm', 'x'].includes(count.cell)) refuse('cell', 'Choose f, m or x.')
    if (count.qualifier === 'range' && (count.lowest === null || count.highest === null)) {
      refuse('lowest', 'A range needs its lowest and its highest number.')
    }
    if (count.lowest !== null && count.lowest > count.best) refuse('lowest', 'The lowest is above the number itself.')
    if (count.highest !== null && count.highest < count.best) refuse('highest', 'The highest is below the number itself.')
  })
export type CountWrite = z.output<typeof CountWrite>

/** The bounds that a qualifier gives: null is open. Rule: DESIGN section 4, "Counts". */
export const boundsOf = (
  count: Pick<CountWrite, 'qualifier' | 'best' | 'lowest' | 'highest'>,
): { lowest: number | null; highest: number | null } => {
  if (count.qualifier === 'exact') return { lowest: count.best, highest: count.best }
  if (count.qualifier === 'at_least') return { lowest: count.best, highest: null }
  if (count.qualifier === 'at_most') return { lowest: null, highest: count.best }
  return { lowest: count.lowest, highest: count.highest }
}

export const NewPerson = z.strictObject({
  name: text(500, 'Type the name as the source gives it.'),
  lang: textOrNull(35),
  sex: codeOf(sexLabels).default('not_stated'),
  description: textOrNull(5000),
})

export const PersonWrite = z
  .strictObject({
    id: Id.nullable().default(null),
    detaineeId: Id.nullable().default(null),
    newPerson: NewPerson.nullable().default(null),
    destination: CountryCode.nullable().default(null),
    destinationState: codeOf(destinationStateLabels).default('not_stated'),
    departureMode: codeOf(departureModeLabels).nullable().default(null),
    evidence,
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
  })
export type PersonWrite = z.output<typeof PersonWrite>

export const LinkWrite = z.strictObject({
  id: Id.nullable().default(null),
  sanctionsActionId: z.number('Choose a sanctions action.').int().positive(),
  relation: codeOf(linkLabels),
  saidBy: textOrNull(500),
  evidence,
})

export const NoteWrite = z.strictObject({
  id: Id.nullable().default(null),
  kind: codeOf(noteKindLabels),
  saidBy: textOrNull(500),
  saidByRole: textOrNull(500),
  text: text(5000, 'Write the note, or remove it.'),
  evidence,
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
      title: evidence,
      date: evidence,
      country: evidence,
      basis: evidence,
      summary: evidence,
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

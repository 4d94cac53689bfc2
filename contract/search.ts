import { codeOf, statusLabels } from './codes.ts'
import { Id, SearchWords, listOf } from './common.ts'
import { StatedDate } from './dates/stated-date.ts'
import { endpoint } from './endpoint.ts'
import { z } from './zod.ts'

/** A text cut into parts, those that were looked for marked: structure, never markup. */
export const MarkedText = z
  .array(z.object({ text: z.string(), marked: z.boolean() }))
  .meta({ id: 'MarkedText', description: 'Read one after the other, the parts are the text; … stands where it was cut' })
export type MarkedText = z.infer<typeof MarkedText>

/** Which text of a record the words are in. */
export const searchedFieldLabels = {
  name: 'Name',
  description: 'Description',
  occupation: 'Occupation',
  title: 'Title',
  summary: 'Summary',
  note: 'Note',
  quote: 'Quote',
  authority: 'Authority and action',
  target: 'Target',
  commodity: 'Commodity',
  instrument: 'Instrument',
  conditions: 'Conditions',
  agency: 'Agency',
  publisher: 'Publisher',
  author: 'Author',
  url: 'Address',
} as const

export const Snippet = z
  .object({
    field: codeOf(searchedFieldLabels),
    /** BCP 47, where the record says which language the text is in. */
    lang: z.string().nullable(),
    parts: MarkedText,
  })
  .meta({ id: 'Snippet' })
export type Snippet = z.infer<typeof Snippet>

const hit = {
  id: Id,
  ref: z.string(),
  why: z.string().meta({ description: 'Why it was found, in words: "Беляцкий ~ Ales Bialiatski: Russian spelling"' }),
  snippet: Snippet,
}

/** A person, with what tells apart two of the same name. */
export const PersonHit = z
  .object({
    kind: z.literal('detainee'),
    ...hit,
    /** The name the person is listed under; the snippet shows the one that matched. */
    name: z.string().nullable(),
    lang: z.string().nullable(),
    birth: StatedDate,
    /** The first arrest on record. */
    arrested: StatedDate,
    occupation: z.string().nullable(),
    description: z.string().nullable(),
    status: codeOf(statusLabels),
    lastReleased: StatedDate,
  })
  .meta({ id: 'PersonHit' })
export type PersonHit = z.infer<typeof PersonHit>

export const ReleaseEventHit = z
  .object({ kind: z.literal('release_event'), ...hit, title: z.string(), date: StatedDate, country: z.string() })
  .meta({ id: 'ReleaseEventHit' })
export type ReleaseEventHit = z.infer<typeof ReleaseEventHit>

export const SanctionsActionHit = z
  .object({ kind: z.literal('sanctions_action'), ...hit, title: z.string(), date: StatedDate })
  .meta({ id: 'SanctionsActionHit' })
export type SanctionsActionHit = z.infer<typeof SanctionsActionHit>

export const SourceHit = z
  .object({
    kind: z.literal('source'),
    ...hit,
    title: z.string().nullable(),
    lang: z.string().nullable(),
    publisher: z.string().nullable(),
    published: StatedDate,
  })
  .meta({ id: 'SourceHit' })
export type SourceHit = z.infer<typeof SourceHit>

/** Why a record is the first hit where its number was typed, such as D-12. */
export const numberReasons = { own: 'Its number', merged: 'The number of a record merged into this one' } as const

/** Hits of one kind, the best first. Where `orMore`, only the best were looked at and there may be more. */
const groupOf = <T extends z.ZodType>(item: T) =>
  z.object({ total: z.number().int(), orMore: z.boolean(), hits: z.array(item) })

export const SearchAnswer = z
  .object({
    people: groupOf(PersonHit),
    releaseEvents: groupOf(ReleaseEventHit),
    sanctionsActions: groupOf(SanctionsActionHit),
    sources: groupOf(SourceHit),
  })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** As many records as a citation of a search lists: those that one answer can hold. */
export const mostFound = 200

const FoundRecord = z.string().regex(/^(?:D|R|S|SRC)-[1-9][0-9]{0,14}$/, 'Give records such as D-12 or SRC-7.')

const limitMessage = 'Give a whole number from 1 to 50.'

export const search = endpoint({
  method: 'get',
  path: '/search',
  on: 'records',
  tag: 'Search',
  long: true,
  summary: 'People under any spelling, release events, sanctions actions and sources by their words',
  description:
    'A name is found under its Belarusian, Russian or Ukrainian spelling, in Cyrillic or Latin letters, in any order of its words, with initials, half typed, and with one letter wrong. Texts are found by words that begin as typed. exact=yes turns this off: the text must contain what was typed from the beginning of a word, letter by letter, apart from capitals. A number of a record, such as D-12, finds that record first.',
  query: z
    .strictObject({
    q: SearchWords.optional(),
    found: listOf(FoundRecord, mostFound)
      .optional()
      .meta({ description: 'In place of words: the records a citation lists, such as D-12 or SRC-7' }),
    exact: z.enum(['yes', 'no']).default('no'),
    limit: z.coerce
      .number(limitMessage)
      .int(limitMessage)
      .min(1, limitMessage)
      .max(50, limitMessage)
      .default(10)
      .meta({ description: 'Hits of each kind' }),
  })
    .superRefine(({ q, found }, context) => {
      if (q === undefined && found === undefined) context.addIssue({ code: 'custom', path: ['q'], message: 'Type at least one letter.' })
      if (q !== undefined && found !== undefined) {
        context.addIssue({ code: 'custom', path: ['found'], message: 'Give words or records, not both.' })
      }
    }),
  response: SearchAnswer,
})
export type SearchQuery = z.output<typeof search.query>

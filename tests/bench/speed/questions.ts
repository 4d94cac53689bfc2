import { encodeCursor } from '#server/features/common/cursor.ts'
import { findPeople, sortOf } from '#server/features/detainees/detainee-pages.queries.ts'
import type { InProcess } from './in-process.ts'

export const questionNames = [
  'one record',
  'one release event',
  'filtered page of 50',
  'hottest filter',
  'first page',
  'page 1,000 by cursor',
  'search: 2 letters',
  'search: two words',
  'search: Cyrillic',
  'search: misspelt',
  'facets under a filter',
  'per month and country',
  'pivot',
  'overview',
] as const
export type QuestionName = (typeof questionNames)[number]

export type Question = { readonly name: QuestionName; readonly path: string }

const pageSize = 50
const deepPage = 1000

/** The cursor of the thousandth page, or of the last whole one in a small register. */
const deepCursor = async ({ file }: InProcess, detainees: number): Promise<string> => {
  const before = Math.min((deepPage - 1) * pageSize, Math.floor(detainees * 0.9) - pageSize)
  const last = (await findPeople(file, { sort: 'name', limit: before })).at(-2)
  if (!last) throw new Error('The register has too few people for a second page')
  return encodeCursor(sortOf({ sort: 'name' }), last.sort_key, last.id)
}

/** Someone with a release and with the name spelt in two scripts, from the middle of the register. */
const someone = ({ file }: InProcess, detainees: number): Promise<{ id: number; latin: string; cyrillic: string; eventId: number }> =>
  file.db
    .selectFrom('detainee_name as latin')
    .innerJoin('detainee_name as cyrillic', 'cyrillic.detainee_id', 'latin.detainee_id')
    .innerJoin('release_person as released', 'released.detainee_id', 'latin.detainee_id')
    .where('latin.script', '=', 'Latn')
    .where('cyrillic.script', '=', 'Cyrl')
    .where('latin.detainee_id', '>', Math.floor(detainees / 2))
    .orderBy('latin.detainee_id')
    .select(['latin.detainee_id as id', 'latin.text as latin', 'cyrillic.text as cyrillic', 'released.release_event_id as eventId'])
    .limit(1)
    .executeTakeFirstOrThrow()

/** One letter twice, and one vowel taken for another: the slips that typing makes. */
const misspelt = (name: string): string => {
  const [given = '', family = ''] = name.split(' ')
  return `${given.slice(0, 3)}${given.slice(2)} ${family.replace(/[aeo](?=[^aeo]*$)/, 'i')}`
}

/** The questions that are measured, as a reader of this register would ask them. */
export const questionsFor = async (inProcess: InProcess, detainees: number): Promise<readonly Question[]> => {
  const { id, latin, cyrillic, eventId } = await someone(inProcess, detainees)
  const search = (words: string): string => `/search?q=${encodeURIComponent(words)}`
  const paths: Readonly<Record<QuestionName, string>> = {
    'one record': `/detainees/${id}`,
    'one release event': `/release-events/${eventId}`,
    'filtered page of 50': `/detainees?destination=LT&status=released&sort=name&limit=${pageSize}`,
    'hottest filter': `/detainees?country=XV&sort=name&limit=${pageSize}`,
    'first page': `/detainees?sort=name&limit=${pageSize}`,
    'page 1,000 by cursor': `/detainees?sort=name&limit=${pageSize}&cursor=${await deepCursor(inProcess, detainees)}`,
    'search: 2 letters': search(latin.slice(0, 2)),
    'search: two words': search(latin),
    'search: Cyrillic': search(cyrillic),
    'search: misspelt': search(misspelt(latin)),
    'facets under a filter': '/facets/detainees?destination=LT&status=released',
    'per month and country': '/stats/releases?by=month&split=country&destination=LT',
    pivot: '/stats/pivot?by=year,destination&country=XV',
    overview: '/stats/overview',
  }
  return questionNames.map((name) => ({ name, path: paths[name] }))
}

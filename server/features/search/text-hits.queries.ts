import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Snippet, searchedFieldLabels } from '#contract/search.ts'
import type { RecordFile, Searched } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { isListed } from '../common/listed.ts'
import { markText } from './mark-text.ts'
import type { Matcher } from './matcher.ts'

type Field = keyof typeof searchedFieldLabels

/** One text of a record, as it is written. */
export type SearchedText = { readonly field: Field; readonly text: string; readonly lang: string | null }

/** A kind of record that is found by its texts. */
export type TextKind = {
  readonly searched: Searched
  /** The text that a record is known by: where it has the words, it comes first. */
  readonly title: RawBuilder<string | null>
  /** Sorts records whose texts answer alike. */
  readonly order: RawBuilder<unknown>
  /** Records that are never a hit of their own. */
  readonly hidden?: RawBuilder<boolean>
  /** The texts of some records, those that say most first. */
  readonly texts: (db: Kysely<Records>, ids: readonly number[]) => Promise<Map<number, SearchedText[]>>
}

export type TextHit = { readonly id: number; readonly why: string; readonly snippet: Snippet }
export type TextHits = { readonly total: number; readonly orMore: boolean; readonly hits: readonly TextHit[] }

export type TextQuestion = {
  readonly q: string
  readonly exact: boolean
  readonly limit: number
  readonly matcher: Matcher
  /** Found already, by other means. */
  readonly except: readonly number[]
}

/** So many records are looked at to choose the best ones: the newest of those that match. */
const lookedAt = 200

/** Beyond so many, records are not counted: whoever searches adds a word. */
const mostCounted = 1000

/** In the words of a sentence. */
const placeOf = (field: Field): string => {
  const one = field === 'note' || field === 'quote' ? 'a' : 'the'
  return `in ${one} ${searchedFieldLabels[field].toLowerCase()}`
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The text that holds most of the words, the first of several; null where none holds any. */
const bestText = (texts: readonly SearchedText[], matcher: Matcher) => {
  let best: { text: SearchedText; found: ReturnType<Matcher['find']> } | null = null
  for (const text of texts) {
    const found = matcher.find(text.text)
    if (found.words > (best?.found.words ?? 0)) best = { text, found }
  }
  return best
}

const hitOf = (id: number, texts: readonly SearchedText[], { matcher, exact }: TextQuestion): TextHit | null => {
  const best = bestText(texts, matcher)
  const [first] = texts
  if (best === null && (exact || first === undefined)) return null
  // A word may be found across what the fold joins and the eye does not: then nothing is marked.
  const { field, text, lang } = best?.text ?? first ?? { field: 'title', text: '', lang: null }
  const isWhole = best !== null && best.found.words === matcher.all
  const place = isWhole ? placeOf(field) : best === null ? 'in this record' : `partly ${placeOf(field)}, partly elsewhere in this record`
  return {
    id,
    why: exact ? `Exactly as typed, ${place}` : `${capitalised(place)}${best?.found.isRespelt === true ? ', in another spelling' : ''}`,
    snippet: { field, lang, parts: markText(text, best?.found.spans ?? []) },
  }
}

const isCandidate = (kind: TextKind, { except }: TextQuestion): RawBuilder<boolean> =>
  sql<boolean>`(NOT ${kind.hidden ?? sql`0`} AND ${except.length > 0 ? sql`NOT ${isListed(`${kind.searched}.id`, except)}` : sql`1`})`

const candidatesOf = ({ db, search }: RecordFile, kind: TextKind, question: TextQuestion) =>
  db
    .selectFrom(sql<{ id: number }>`${sql.ref(kind.searched)}`.as(kind.searched))
    .where(search(kind.searched, question.q))
    .where(isCandidate(kind, question))

/** Asked apart from the ids, so that titles are read of the records looked at and of no other. */
const findTitles = async (db: Kysely<Records>, kind: TextKind, ids: readonly number[]): Promise<Map<number, string | null>> => {
  const rows = await db
    .selectFrom(sql<{ id: number }>`${sql.ref(kind.searched)}`.as(kind.searched))
    .where(sql.ref<number>(`${kind.searched}.id`), 'in', ids)
    .select([sql.ref<number>(`${kind.searched}.id`).as('id'), kind.title.as('title')])
    .execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** Found one after another until there are enough. */
const countHits = async ({ db, searchIds }: RecordFile, kind: TextKind, question: TextQuestion): Promise<Pick<TextHits, 'total' | 'orMore'>> => {
  const table = sql.ref(kind.searched)
  const some = sql`(SELECT 1 FROM ${searchIds(kind.searched, question.q)} AS found CROSS JOIN ${table} ON ${table}.id = found.id
    WHERE ${isCandidate(kind, question)} LIMIT ${mostCounted + 1})`
  const { total } = await db.selectFrom(some.as('some')).select(sql<number>`COUNT(*)`.as('total')).executeTakeFirstOrThrow()
  return { total: Math.min(total, mostCounted), orMore: total > mostCounted }
}

/**
 * Records of a kind whose texts hold what was typed: by the words of their title, then the newest.
 * With a limit of 0 they are only counted.
 */
export const findTextHits = async (file: RecordFile, kind: TextKind, question: TextQuestion): Promise<TextHits> => {
  if (question.limit === 0 && !question.exact) return { ...(await countHits(file, kind, question)), hits: [] }
  const rows = await candidatesOf(file, kind, question)
    .select(sql.ref<number>(`${kind.searched}.id`).as('id'))
    .orderBy(kind.order)
    .limit(lookedAt + 1)
    .execute()
  const titles = await findTitles(file.db, kind, rows.map((row) => row.id))
  const { matcher, exact, limit } = question
  const isCut = rows.length > lookedAt
  const inTitle = (row: (typeof rows)[number]): number => Number(matcher.find(titles.get(row.id) ?? '').words === matcher.all)
  const best = rows.slice(0, lookedAt).toSorted((a, b) => inTitle(b) - inTitle(a))
  // Whether a text holds exactly what was typed is seen only in the text itself.
  const wanted = exact ? best : best.slice(0, limit)
  const texts = await kind.texts(file.db, wanted.map((row) => row.id))
  const hits = wanted.flatMap(({ id }) => hitOf(id, texts.get(id) ?? [], question) ?? [])
  if (exact) return { total: hits.length, orMore: isCut, hits: hits.slice(0, limit) }
  if (!isCut) return { total: rows.length, orMore: false, hits }
  return { ...(await countHits(file, kind, question)), hits }
}

import { LRUCache } from 'lru-cache'
import type { RecordFile } from '../../db/record-file.ts'
import { withoutFathersName } from '../../names/fathers-name.ts'
import { scriptOf } from '#contract/names/language.ts'
import { withGivenName } from '../../names/mistyped-given-name.ts'
import { mostCandidates } from '../../names/name-candidates.ts'
import { type NameScore, type PreparedName, SEARCH_THRESHOLD, prepareName, scorePrepared } from '../../names/score.ts'
import type { SearchWord } from '../../names/search-words.ts'
import { keptId } from '../detainees/kept.ts'
import { markText } from './mark-text.ts'
import { nameMatcher } from './matcher.ts'
import type { TextHit } from './text-hits.queries.ts'
import { whyNamed } from './why-named.ts'

type NamedRow = {
  readonly id: number
  readonly text: string
  readonly lang: string
  readonly folded: string
  readonly name_key: string
  readonly person: number
}

const findNamed = ({ db }: RecordFile, nameIds: readonly number[]): Promise<NamedRow[]> =>
  db
    .selectFrom('detainee_name')
    .innerJoin('detainee as held', 'held.id', 'detainee_name.detainee_id')
    .where('detainee_name.id', 'in', nameIds)
    .select(['detainee_name.id', 'text', 'lang', 'folded', 'name_key', keptId.as('person')])
    .execute()

/** Each typed word begins a word of this one name: the same rule as the list of people, which asks it of all their names. */
const beginsAll = (words: readonly SearchWord[], { folded, name_key }: NamedRow): boolean => {
  const [spelt, keys] = [folded.split(' '), name_key.split(' ')]
  return words.every(
    (word) =>
      word.folded.some((begin) => spelt.some((other) => other.startsWith(begin))) ||
      word.keys.some((begin) => keys.some((other) => other.startsWith(begin))),
  )
}

type Ranked = {
  readonly row: NamedRow
  readonly score: NameScore
  readonly rank: number
  /** Of two forms of a name that match alike, the one in the typed script is shown. */
  readonly isSameScript: boolean
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
const better = (a: Ranked, b: Ranked): number =>
  b.rank - a.rank ||
  compare(a.row.folded, b.row.folded) ||
  a.row.person - b.row.person ||
  Number(b.isSameScript) - Number(a.isSameScript) ||
  a.row.id - b.row.id

/** Names kept ready for scoring with each open file: while somebody types, most come up again. Half a kilobyte each, 5 MB at most where names are long. */
const keptNames = 5000
const prepared = new WeakMap<RecordFile, LRUCache<string, PreparedName>>()

const preparedIn = (file: RecordFile, name: string): PreparedName => {
  const kept = prepared.get(file) ?? new LRUCache<string, PreparedName>({ max: keptNames })
  prepared.set(file, kept)
  const known = kept.get(name) ?? prepareName(name)
  kept.set(name, known)
  return known
}

/** What it costs to pass over a word of the question, or to read it as another. */
const READ_OTHERWISE = 0.05

/** Scores names against what was typed, and against it as it may have been meant where that fits better. */
const scorerOf = (file: RecordFile, q: string): ((name: string) => NameScore) => {
  const query = prepareName(q)
  const meant = [withoutFathersName(q), withGivenName(q)].flatMap((other) => (other === undefined ? [] : [prepareName(other)]))
  return (name) => {
    const candidate = preparedIn(file, name)
    let best = scorePrepared(query, candidate)
    for (const other of meant) {
      const found = scorePrepared(other, candidate)
      const score = found.score - READ_OTHERWISE
      if (score > best.score) best = { ...found, score, why: 'similar' }
    }
    return best
  }
}

export type NameHits = {
  /** Everyone found, the best match first. */
  readonly people: readonly number[]
  /** More names were near than are scored. */
  readonly orMore: boolean
  /** The first of them, each with the name that matched best. */
  readonly hits: readonly TextHit[]
}

export const noNameHits: NameHits = { people: [], orMore: false, hits: [] }

/** People by their names, under any spelling: the best match first, each person once. */
export const findNameHits = async (
  file: RecordFile,
  q: string,
  words: readonly SearchWord[],
  limit: number,
): Promise<NameHits> => {
  const candidates = await file.findNames(words)
  if (candidates.length === 0) return noNameHits
  const scoreOf = scorerOf(file, q)
  const script = scriptOf(q)
  const named = await findNamed(file, candidates.map(({ nameId }) => nameId))
  const ranked = named.flatMap((row): Ranked[] => {
    const score = scoreOf(row.text)
    // Two letters that begin a name score too little to be a match, and are what is typed first.
    const rank = beginsAll(words, row) ? Math.max(score.score, SEARCH_THRESHOLD) : score.score
    return rank < SEARCH_THRESHOLD ? [] : [{ row, score, rank, isSameScript: scriptOf(row.text) === script }]
  })
  const best = new Map<number, Ranked>()
  for (const one of ranked.toSorted(better)) if (!best.has(one.row.person)) best.set(one.row.person, one)
  const matcher = nameMatcher(words)
  return {
    people: [...best.keys()],
    orMore: candidates.length === mostCandidates,
    hits: [...best.values()].slice(0, limit).map(({ row, score }) => {
      const text = row.text.normalize('NFC')
      return {
        id: row.person,
        why: whyNamed(q, words, text, score),
        snippet: { field: 'name', lang: row.lang, parts: markText(text, matcher.find(text).spans) },
      }
    }),
  }
}

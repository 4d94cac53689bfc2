import type { SearchAnswer, SearchQuery } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { searchWords } from '../../names/search-words.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { actionColumns, actionOf, dateOfAction } from '../sanctions-actions/action-row.ts'
import { exactMatcher, textMatcher } from './matcher.ts'
import { findPeople } from './people.queries.ts'
import { type TextHit, type TextQuestion, findTextHits } from './text-hits.queries.ts'
import { actionTexts, eventTexts, sourceTexts } from './texts.queries.ts'

/** Each hit with its row; the order of the hits stays. */
const joined = <Row extends { readonly id: number }, Hit>(
  hits: readonly TextHit[],
  rows: readonly Row[],
  hitOf: (hit: TextHit, row: Row) => Hit,
): Hit[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return hits.flatMap((hit) => {
    const row = byId.get(hit.id)
    return row === undefined ? [] : [hitOf(hit, row)]
  })
}

const findEvents = async (file: RecordFile, question: TextQuestion): Promise<SearchAnswer['releaseEvents']> => {
  const found = await findTextHits(file, eventTexts, question)
  const rows = await file.db
    .selectFrom('release_event')
    .where('id', 'in', found.hits.map((hit) => hit.id))
    .select(['id', 'title', 'country', ...dateColumns('release_event', 'date')])
    .execute()
  const hits = joined(found.hits, rows, (hit, row) => ({
    kind: 'release_event' as const,
    ...hit,
    ref: `R-${hit.id}`,
    title: row.title,
    date: dateOf(row, 'date'),
    country: row.country,
  }))
  return { ...found, hits }
}

const findActions = async (file: RecordFile, question: TextQuestion): Promise<SearchAnswer['sanctionsActions']> => {
  const found = await findTextHits(file, actionTexts, question)
  const rows = await file.db
    .selectFrom('sanctions_action')
    .where('id', 'in', found.hits.map((hit) => hit.id))
    .select([...actionColumns])
    .execute()
  const hits = joined(found.hits, rows.map(actionOf), (hit, action) => ({
    kind: 'sanctions_action' as const,
    ...hit,
    ref: action.ref,
    title: action.title,
    date: dateOfAction(action),
  }))
  return { ...found, hits }
}

const findSources = async (file: RecordFile, question: TextQuestion): Promise<SearchAnswer['sources']> => {
  const found = await findTextHits(file, sourceTexts, question)
  const rows = await file.db
    .selectFrom('source')
    .where('id', 'in', found.hits.map((hit) => hit.id))
    .select(['id', 'title', 'publisher', 'language', ...dateColumns('source', 'published')])
    .execute()
  const hits = joined(found.hits, rows, (hit, row) => ({
    kind: 'source' as const,
    ...hit,
    ref: `SRC-${hit.id}`,
    title: row.title,
    lang: row.language,
    publisher: row.publisher,
    published: dateOf(row, 'published'),
  }))
  return { ...found, hits }
}

/** Everything that answers what was typed, by kind, the best first. */
export const findAll = async (file: RecordFile, { q: typed, exact, limit }: SearchQuery): Promise<SearchAnswer> => {
  const q = typed.normalize('NFC')
  const words = searchWords(q)
  const isExact = exact === 'yes'
  const question = { q, exact: isExact, limit, matcher: isExact ? exactMatcher(q) : textMatcher(words), except: [] }
  const [people, releaseEvents, sanctionsActions, sources] = await Promise.all([
    findPeople(file, question, words),
    findEvents(file, question),
    findActions(file, question),
    findSources(file, question),
  ])
  return { people, releaseEvents, sanctionsActions, sources }
}

import type { Kysely } from 'kysely'
import type { PersonHit, SearchAnswer } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { dateColumns, dateOf, notStatedDate } from '../common/dates.ts'
import { findPrimaryNames } from '../common/primary-name.ts'
import { findArrests, findReleaseSummaries } from '../detainees/detainee-rows.queries.ts'
import type { SearchWord } from '../../names/search-words.ts'
import { findNameHits, noNameHits } from './name-hits.queries.ts'
import { type TextHit, type TextQuestion, findTextHits } from './text-hits.queries.ts'
import { personTexts } from './texts.queries.ts'

/** The hits as people, with what tells apart two of the same name. */
export const describePeople = async (db: Kysely<Records>, hits: readonly TextHit[]): Promise<PersonHit[]> => {
  const ids = hits.map((hit) => hit.id)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('detainee')
    .where('id', 'in', ids)
    .select(['id', 'description', 'occupation', 'status', ...dateColumns('detainee', 'birth')])
    .execute()
  const people = new Map(rows.map((row) => [row.id, row]))
  const [names, arrests, releases] = await Promise.all([
    findPrimaryNames(db, ids),
    findArrests(db, ids),
    findReleaseSummaries(db, ids, 0),
  ])
  return hits.flatMap(({ id, why, snippet }): PersonHit[] => {
    const row = people.get(id)
    if (!row) return []
    return [
      {
        kind: 'detainee',
        id,
        ref: `D-${id}`,
        why,
        snippet,
        name: names.get(id)?.text ?? null,
        lang: names.get(id)?.lang ?? null,
        birth: dateOf(row, 'birth'),
        arrested: arrests.get(id) ?? notStatedDate,
        occupation: row.occupation,
        description: row.description,
        status: row.status as PersonHit['status'],
        lastReleased: releases.get(id)?.last ?? notStatedDate,
      },
    ]
  })
}

/** The one whose number was typed, if any; then by name, the best match before all; then by what describes them. */
export const findPeople = async (
  file: RecordFile,
  question: Omit<TextQuestion, 'except'>,
  words: readonly SearchWord[],
  first: readonly TextHit[],
): Promise<SearchAnswer['people']> => {
  const { q, exact, limit } = question
  const named = exact ? noNameHits : await findNameHits(file, q, words, limit)
  const except = [...new Set([...first.map(({ id }) => id), ...named.people])]
  const isFirst = (id: number): boolean => first.some((hit) => hit.id === id)
  const best = [...first, ...named.hits.filter(({ id }) => !isFirst(id))].slice(0, limit)
  const others = await findTextHits(file, personTexts, { ...question, except, limit: limit - best.length })
  const hits = [...best, ...others.hits]
  return {
    total: except.length + others.total,
    orMore: named.orMore || others.orMore,
    hits: await describePeople(file.db, hits),
  }
}

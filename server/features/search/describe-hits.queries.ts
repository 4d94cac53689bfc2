import type { SearchAnswer } from '#contract/search.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { actionColumns, actionOf, dateOfAction } from '../sanctions-actions/action-row.ts'
import type { TextHit } from './text-hits.queries.ts'

/*
 * Hits with what a reader tells the records apart by. The order of the hits stays; one whose
 * record is not in the file is left out.
 */

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

const idsOf = (hits: readonly TextHit[]): number[] => hits.map(({ id }) => id)

export const describeEvents = async ({ db }: RecordFile, hits: readonly TextHit[]): Promise<SearchAnswer['releaseEvents']['hits']> => {
  const rows = await db
    .selectFrom('release_event')
    .where('id', 'in', idsOf(hits))
    .select(['id', 'title', 'country', ...dateColumns('release_event', 'date')])
    .execute()
  return joined(hits, rows, (hit, row) => ({
    kind: 'release_event' as const,
    ...hit,
    ref: `R-${hit.id}`,
    title: row.title,
    date: dateOf(row, 'date'),
    country: row.country,
  }))
}

export const describeActions = async ({ db }: RecordFile, hits: readonly TextHit[]): Promise<SearchAnswer['sanctionsActions']['hits']> => {
  const rows = await db
    .selectFrom('sanctions_action')
    .where('id', 'in', idsOf(hits))
    .select([...actionColumns])
    .execute()
  return joined(hits, rows.map(actionOf), (hit, action) => ({
    kind: 'sanctions_action' as const,
    ...hit,
    ref: action.ref,
    title: action.title,
    date: dateOfAction(action),
  }))
}

export const describeSources = async ({ db }: RecordFile, hits: readonly TextHit[]): Promise<SearchAnswer['sources']['hits']> => {
  const rows = await db
    .selectFrom('source')
    .where('id', 'in', idsOf(hits))
    .select(['id', 'title', 'publisher', 'language', ...dateColumns('source', 'published')])
    .execute()
  return joined(hits, rows, (hit, row) => ({
    kind: 'source' as const,
    ...hit,
    ref: `SRC-${hit.id}`,
    title: row.title,
    lang: row.language,
    publisher: row.publisher,
    published: dateOf(row, 'published'),
  }))
}

import { sql } from 'kysely'
import type { Count } from '#contract/common.ts'
import type { DetaineeFilter } from '#contract/detainees.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { SanctionsActionFilter } from '#contract/sanctions-actions.ts'
import type { SourceFilter } from '#contract/sources.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { matchesDetainees } from '../detainees/detainees.filter.ts'
import { countOf, summedColumns } from '../release-events/numbers.queries.ts'
import { countedCells, matchesReleaseEvents } from '../release-events/release-events.filter.ts'
import { matchesSanctionsActions } from '../sanctions-actions/sanctions-actions.filter.ts'
import { matchesSources } from '../sources/sources.filter.ts'

/** What a view holds: how many records, and one line for each with its number and its reported number. */
export type CitedResult = { readonly records: number; readonly lines: readonly string[] }

type Numbers = Pick<Count, 'lowest' | 'best' | 'highest'>
export const numbers = (count: Numbers | null): string => (count === null ? '- - -' : `${count.lowest} ${count.best} ${count.highest}`)

/** Ids of a whole filtered list, in the order of the ids. */
export const idsOfEvents = async ({ db, search }: RecordFile, filter: ReleaseEventFilter): Promise<number[]> => {
  const rows = await db.selectFrom('release_event').where(matchesReleaseEvents(filter, search)).select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}
export const idsOfPeople = async ({ db, search }: RecordFile, filter: DetaineeFilter): Promise<number[]> => {
  const rows = await db.selectFrom('detainee').where(matchesDetainees(filter, search)).select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}
export const idsOfActions = async ({ db, search }: RecordFile, filter: SanctionsActionFilter): Promise<number[]> => {
  const matching = db.selectFrom('sanctions_action').where(matchesSanctionsActions(filter, search))
  return (await matching.select('id').orderBy('id').execute()).map((row) => row.id)
}
export const idsOfSources = async ({ db, search }: RecordFile, filter: SourceFilter): Promise<number[]> => {
  const rows = await db.selectFrom('source').where(matchesSources(filter, search)).select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

export const ofEvents = async ({ db, search }: RecordFile, filter: ReleaseEventFilter): Promise<CitedResult> => {
  const rows = await db
    .selectFrom('release_event')
    .leftJoin('release_number as n', (join) =>
      join.onRef('n.release_event_id', '=', 'release_event.id').on(sql<boolean>`${countedCells(filter)}`),
    )
    .where(matchesReleaseEvents(filter, search))
    .select(['release_event.id', sql<number>`COUNT(n.best)`.as('cells'), ...summedColumns])
    .groupBy('release_event.id')
    .orderBy('release_event.id')
    .execute()
  return { records: rows.length, lines: rows.map((row) => `R-${row.id} ${numbers(row.cells === 0 ? null : countOf(row))}`) }
}

export const ofIds = (prefix: string, ids: readonly number[]): CitedResult => ({
  records: ids.length,
  lines: ids.map((id) => `${prefix}-${id}`),
})

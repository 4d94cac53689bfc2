import { sql } from 'kysely'
import type { Page } from '#contract/common.ts'
import type { SanctionsActionFilter, SanctionsActionRow } from '#contract/sanctions-actions.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Sort, after, orderBy, pageFrom } from '../common/cursor.ts'
import { hasRange, isUndated } from '../common/dates.ts'
import { certaintySums, listCounts } from '../common/list-counts.ts'
import { actionColumns, actionOf, dateOfAction } from './action-row.ts'
import { countLinkedEvents } from './linked-events.queries.ts'
import { sameAct } from './same-act.ts'
import { actionDate, certainty, matchesApartFromDate, matchesSanctionsActions } from './sanctions-actions.filter.ts'

export type SanctionsActionQuery = SanctionsActionFilter & {
  readonly sort: '-date' | 'date'
  readonly limit: number
  readonly cursor?: string | undefined
}

const sortOf = ({ sort }: SanctionsActionQuery): Sort => ({
  name: sort,
  key: actionDate.earliest,
  direction: sort === '-date' ? 'desc' : 'asc',
  id: sql<number>`sanctions_action.id`,
})

/** Counts of the whole filtered set, and how many acts its records are of. */
export const countSanctionsActions = async (
  { db, search }: RecordFile,
  filter: SanctionsActionFilter,
): Promise<Omit<Page, 'next'> & { readonly acts: number }> => {
  const row = await db
    .with('matched', (cte) =>
      cte
        .selectFrom('sanctions_action')
        .where(matchesSanctionsActions(filter, search))
        .select(['sanctions_action.id', certainty(filter).as('certainty')]),
    )
    .selectFrom('matched')
    .select([
      ...certaintySums,
      sql<number>`(SELECT COUNT(DISTINCT first_member) FROM (
        SELECT MIN(member) AS first_member FROM ${sameAct(sql`SELECT id FROM matched`)} GROUP BY id))`.as('acts'),
    ])
    .executeTakeFirstOrThrow()
  const counts = listCounts(row, hasRange(filter) ? await countUndated({ db, search }, filter) : null)
  return { ...counts, acts: row.acts }
}

/** Actions with no date at all that match everything else of the filter. */
const countUndated = async ({ db, search }: Pick<RecordFile, 'db' | 'search'>, filter: SanctionsActionFilter): Promise<number> => {
  const row = await db
    .selectFrom('sanctions_action')
    .where(matchesApartFromDate(filter, search))
    .where(isUndated(actionDate))
    .select(sql<number>`COUNT(*)`.as('undated'))
    .executeTakeFirstOrThrow()
  return row.undated
}

/** One page of rows, without counts: exports walk through these. */
export const findSanctionsActionRows = async (
  { db, search }: RecordFile,
  query: SanctionsActionQuery,
): Promise<{ rows: SanctionsActionRow[]; next: string | null }> => {
  const sort = sortOf(query)
  const found = await db
    .selectFrom('sanctions_action')
    .where(matchesSanctionsActions(query, search))
    .$if(query.cursor !== undefined, (select) => select.where(after(sort, query.cursor ?? '')))
    .select([...actionColumns, certainty(query).as('certainty'), sort.key.as('sort_key')])
    .orderBy(orderBy(sort))
    .limit(query.limit + 1)
    .execute()
  const { rows: page, next } = pageFrom(found, query.limit, sort, (row) => ({ key: row.sort_key, id: row.id }))
  const linkedEvents = await countLinkedEvents(db, page.map((row) => row.id))
  return {
    rows: page.map((row) => {
      const action = actionOf(row)
      return {
        ...action,
        date: dateOfAction(action),
        certainty: row.certainty,
        linkedEvents: linkedEvents.get(row.id) ?? 0,
      }
    }),
    next,
  }
}

export const findSanctionsActions = async (
  file: RecordFile,
  query: SanctionsActionQuery,
): Promise<{ data: SanctionsActionRow[]; page: Page; acts: number }> => {
  const { rows, next } = await findSanctionsActionRows(file, query)
  const { acts, ...counts } = await countSanctionsActions(file, query)
  return { data: rows, page: { ...counts, next }, acts }
}

import { type Kysely, sql } from 'kysely'
import { type Ledger, makeLedger } from '#contract/ledger.ts'
import type { Records } from '../../db/records.ts'
import { countOf } from './numbers.queries.ts'

/** The ledger of each of these events; `scope` 0 is all sources together, else one source alone. */
export const findLedgers = async (
  db: Kysely<Records>,
  eventIds: readonly number[],
  scope: number,
): Promise<Map<number, Ledger>> => {
  const [numbers, named] = await Promise.all([
    db
      .selectFrom('release_number')
      .where('release_event_id', 'in', eventIds)
      .where('source_id', '=', scope)
      .select(['release_event_id', 'dimension', 'cell', 'claim_id', 'lowest', 'best', 'highest', 'open_low', 'open_high'])
      .orderBy('best', 'desc')
      .orderBy('cell')
      .execute(),
    db
      .selectFrom('release_named')
      .where('release_event_id', 'in', eventIds)
      .where('source_id', '=', scope)
      .select(['release_event_id', 'destination', sql<number>`COUNT(DISTINCT detainee_id)`.as('people')])
      .groupBy(['release_event_id', 'destination'])
      .execute(),
  ])
  const [numbersOf, namedOf] = [
    Map.groupBy(numbers, (row) => row.release_event_id),
    Map.groupBy(named, (row) => row.release_event_id),
  ]
  return new Map(
    eventIds.map((id) => {
      const own = numbersOf.get(id) ?? []
      const total = own.find((row) => row.dimension === 'total')
      return [
        id,
        makeLedger({
          total: total ? { ...countOf(total), claimId: total.claim_id } : null,
          cells: own
            .filter((row) => row.dimension === 'destination' && row.cell !== 'not_stated')
            .map((row) => ({ ...countOf(row), code: row.cell })),
          named: namedOf.get(id) ?? [],
        }),
      ]
    }),
  )
}

/** The ledger of one event. */
export const findLedger = async (db: Kysely<Records>, eventId: number, scope: number): Promise<Ledger> =>
  (await findLedgers(db, [eventId], scope)).get(eventId) ?? makeLedger({ total: null, cells: [], named: [] })

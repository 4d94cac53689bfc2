import { type Kysely, sql } from 'kysely'
import { type Ledger, makeLedger } from '#contract/ledger.ts'
import type { Records } from '../../db/records.ts'
import { countOf } from './numbers.queries.ts'

/** The ledger of one event; `scope` 0 is all sources together, else one source alone. */
export const findLedger = async (db: Kysely<Records>, eventId: number, scope: number): Promise<Ledger> => {
  const [numbers, named] = await Promise.all([
    db
      .selectFrom('release_number')
      .where('release_event_id', '=', eventId)
      .where('source_id', '=', scope)
      .select(['dimension', 'cell', 'claim_id', 'lowest', 'best', 'highest', 'open_low', 'open_high'])
      .orderBy('best', 'desc')
      .orderBy('cell')
      .execute(),
    db
      .selectFrom('release_named')
      .where('release_event_id', '=', eventId)
      .where('source_id', '=', scope)
      .select(['destination', sql<number>`COUNT(DISTINCT detainee_id)`.as('people')])
      .groupBy('destination')
      .execute(),
  ])
  const total = numbers.find((row) => row.dimension === 'total')
  return makeLedger({
    total: total ? { ...countOf(total), claimId: total.claim_id } : null,
    cells: numbers
      .filter((row) => row.dimension === 'destination' && row.cell !== 'not_stated')
      .map((row) => ({ ...countOf(row), code: row.cell })),
    named,
  })
}

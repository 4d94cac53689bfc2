import { sql } from 'kysely'
import { articleBatch } from '#seed/article.ts'
import { loadBatch } from '#server/register/load-batch.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { openRegisterFile } from '#server/register/open.ts'
import { makeLedger, type Ledger } from '#contract/ledger.ts'

type Row = Readonly<Record<string, string | number | null>>

export type Seeded = {
  readonly db: Awaited<ReturnType<typeof openRegisterFile>>['db']
  readonly close: () => Promise<void>
  /** The rows of a query written out in SQL. */
  readonly rows: (text: string) => Promise<readonly Row[]>
}

const open = async (): Promise<Seeded> => {
  const { db, close } = await openRegisterFile(':memory:')
  return { db, close, rows: async (text) => (await sql.raw<Row>(text).execute(db)).rows }
}

/** A register with both batches of the seed. */
export const withSeed = async (): Promise<Seeded> => {
  const seeded = await open()
  await seedRegister(seeded.db)
  return seeded
}

/** A register with the article's batch alone. */
export const withArticle = async (): Promise<Seeded> => {
  const seeded = await open()
  await loadBatch(seeded.db, articleBatch)
  return seeded
}

/** A register with nothing in it. */
export const withNothing = open

/** The ledger of one event as a source alone gives it; 0 is all sources together. */
export const ledgerOf = async ({ db }: Seeded, eventId: number, sourceId: number): Promise<Ledger> => {
  const numbers = await db
    .selectFrom('release_number')
    .selectAll()
    .where('release_event_id', '=', eventId)
    .where('source_id', '=', sourceId)
    .execute()
  const counts = numbers.map(({ dimension, cell, claim_id, lowest, best, highest, open_low, open_high }) => ({
    dimension,
    code: cell,
    claimId: claim_id,
    lowest,
    best,
    highest,
    openLow: open_low === 1,
    openHigh: open_high === 1,
  }))
  const named = await db
    .selectFrom('release_named')
    .select(({ fn }) => ['destination', fn.countAll<number>().as('people')])
    .where('release_event_id', '=', eventId)
    .where('source_id', '=', sourceId)
    .groupBy('destination')
    .execute()
  return makeLedger({
    total: counts.find(({ dimension }) => dimension === 'total') ?? null,
    cells: counts.filter(({ dimension, code }) => dimension === 'destination' && code !== 'not_stated'),
    named,
  })
}

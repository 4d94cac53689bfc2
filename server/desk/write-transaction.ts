import type { Kysely, Transaction } from 'kysely'
import type { Register } from '../db/register.ts'

/**
 * Runs `write` in one transaction. It has the register to itself from its beginning; while
 * something else writes it waits, without keeping anyone from reading. Throws SQLITE_BUSY, which
 * is answered with 503, when it stays held for about two seconds.
 */
export const writeTransaction = <Result>(
  register: Kysely<Register>,
  write: (db: Transaction<Register>) => Promise<Result>,
): Promise<Result> => register.transaction().execute(write)

import { setTimeout } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import type { Register } from '../db/register.ts'
import { HttpError } from '../http/errors.ts'

/** Milliseconds between attempts while another process (a publication, a backup) writes: about two seconds in all. */
const pauses = [10, 20, 40, 80, 150, 200, 300, 400, 400, 400]

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_BUSY')

/**
 * Runs `write` in one transaction, from the beginning again while another process holds the
 * register. Waiting here, not in SQLite, leaves this process free for everyone else.
 * Throws 503 when it stays held.
 */
export const writeTransaction = async <Result>(
  register: Kysely<Register>,
  write: (db: Transaction<Register>) => Promise<Result>,
): Promise<Result> => {
  for (const pause of pauses) {
    try {
      return await register.transaction().execute(write)
    } catch (error) {
      if (!isBusy(error)) throw error
      await setTimeout(pause)
    }
  }
  throw new HttpError(503, 'unavailable', 'The register is being written by something else. Try again in a moment.')
}

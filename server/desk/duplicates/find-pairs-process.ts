import type { Register } from '../../db/register.ts'
import { openForReading } from '../../db/sqlite.ts'
import { endOnUncaught } from '../../http/end-on-uncaught.ts'
import { type PairSearch, findPairs } from './find-pairs.ts'

/*
 * The process that looks the whole register through for people entered twice, so that it keeps
 * nobody waiting. It is given the register's file, answers with a message and ends.
 */

export type PairTask = { readonly file: string }
export type PairMessage =
  | { readonly kind: 'found'; readonly changeset: number; readonly search: PairSearch }
  | { readonly kind: 'failed'; readonly message: string }

const search = async (file: string): Promise<PairMessage> => {
  const register = openForReading<Register>(file)
  try {
    // Read before the records: what is written meanwhile is looked at the next time.
    const last = await register.db.selectFrom('changeset').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
    return { kind: 'found', changeset: last?.id ?? 0, search: await findPairs(register.db) }
  } finally {
    await register.close()
  }
}

const work = async ({ file }: PairTask): Promise<PairMessage> => {
  try {
    return await search(file)
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : 'unknown' }
  }
}

endOnUncaught('desk')
process.once('disconnect', () => process.exit())
process.once('message', (task) => {
  void work(task as PairTask).then((message) => process.send?.(message, undefined, undefined, () => process.disconnect()))
})

import type { Kysely } from 'kysely'
import type { UpkeepOutcome, UpkeepTask } from '#contract/upkeep.ts'
import type { Register } from '../db/register.ts'

/** Outcomes kept of each task. */
const kept = 100

/** Writes down how a task of upkeep went; only the newest outcomes of each task stay. */
export const recordUpkeep = (register: Kysely<Register>, task: UpkeepTask, outcome: UpkeepOutcome): Promise<void> =>
  register.transaction().execute(async (db) => {
    await db
      .insertInto('upkeep')
      .values({
        task,
        ended_at: new Date().toISOString(),
        succeeded: outcome.findings.length === 0 ? 1 : 0,
        outcome: JSON.stringify(outcome),
      })
      .execute()
    const newest = db.selectFrom('upkeep').where('task', '=', task).select('id').orderBy('id', 'desc').limit(kept)
    await db.deleteFrom('upkeep').where('task', '=', task).where('id', 'not in', newest).execute()
  })

export type RecordedUpkeep = UpkeepOutcome & { readonly task: UpkeepTask; readonly endedAt: string }

/** The newest outcome of each of these tasks, whichever is newer; null where none was done yet. */
export const findLastUpkeep = async (db: Kysely<Register>, ...tasks: readonly UpkeepTask[]): Promise<RecordedUpkeep | null> => {
  const row = await db.selectFrom('upkeep').where('task', 'in', tasks).selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? { ...(JSON.parse(row.outcome) as UpkeepOutcome), task: row.task, endedAt: row.ended_at } : null
}

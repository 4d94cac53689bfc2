import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { type Plan, Planner } from './plan.ts'
import { type Row, type RowChange, columnsThatDiffer, findChanges } from './rows.ts'

const only = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))

/** Takes one change back over what the planner has so far, or says what stands in the way. */
const takeBack = async (planner: Planner, { table, row: id, op, before, after }: RowChange): Promise<void> => {
  const now = await planner.shadow.find(table, id)
  if (op === 'delete') {
    if (now !== null) planner.collide(table, id, 'there')
    else if (before) await planner.add({ op: 'insert', table, id, row: before })
    return
  }
  if (now === null || after === null) {
    planner.collide(table, id, 'gone')
    return
  }
  const wrote = before === null ? Object.keys(after) : columnsThatDiffer(before, after)
  const since = columnsThatDiffer(now, only(after, wrote))
  if (since.length > 0) {
    planner.collide(table, id, 'changed', since)
    // What came before is looked at as though this were as it was left.
    if (op === 'insert') await planner.shadow.put(table, id, null)
    return
  }
  if (op === 'insert') await planner.add({ op: 'delete', table, id })
  else if (before && wrote.length > 0) await planner.add({ op: 'update', table, id, columns: only(before, wrote) })
}

/**
 * What taking a changeset back would write: each of its changes the other way round, the last
 * first. A change collides where what it wrote is no longer so, or where something entered since
 * rests on it; other columns of the same row may have changed. Rows get their numbers back.
 */
export const planUndo = async (db: Kysely<Register>, changesetId: number): Promise<Plan> => {
  const planner = new Planner(db)
  const changes = await findChanges(db, changesetId)
  for (const change of changes.toReversed()) {
    if (change.redacted) planner.collide(change.table, change.row, 'redacted')
    else await takeBack(planner, change)
  }
  return planner.finish()
}

import { type Transaction, sql } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { OpenChangeset } from '../changeset.ts'
import type { Plan, Step } from './plan.ts'
import { deleteRow, insertRow, updateRow } from './rows.ts'

const carryOutStep = async (db: Transaction<Register>, step: Step): Promise<void> => {
  if (step.op === 'insert') await insertRow(db, step.table, step.row)
  else if (step.op === 'update') await updateRow(db, step.table, step.id, step.columns)
  else await deleteRow(db, step.table, step.id)
}

/**
 * Writes a plan that nothing stands in the way of, inside an open changeset. References are
 * checked when the transaction ends, since a row may come back before what it refers to.
 */
export const carryOut = async (db: Transaction<Register>, changeset: OpenChangeset, { steps, roots }: Plan): Promise<void> => {
  await sql`PRAGMA defer_foreign_keys = ON`.execute(db)
  for (const step of steps) await carryOutStep(db, step)
  for (const root of roots) await changeset.touch(root)
}

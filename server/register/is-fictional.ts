import type { Kysely } from 'kysely'
import type { Register } from '../db/register.ts'

/** Whether this register is an invented one, for trying things out. */
export const isFictional = async (db: Kysely<Register>): Promise<boolean> => {
  const setting = await db.selectFrom('setting').select('value').where('name', '=', 'fictional').executeTakeFirst()
  return setting?.value === 'true'
}

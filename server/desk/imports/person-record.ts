import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'

/** Everything in a person's record that an import may add to. */
export const findPersonRecord = async (db: Kysely<Register>, id: number) => {
  const detainee = await db.selectFrom('detainee').where('id', '=', id).selectAll().executeTakeFirst()
  if (detainee === undefined) return null
  const detentions = await db.selectFrom('detention').where('detainee_id', '=', id).selectAll().execute()
  const inDetentions = detentions.map((detention) => detention.id)
  return {
    detainee,
    detentions,
    names: await db.selectFrom('detainee_name').where('detainee_id', '=', id).selectAll().execute(),
    citizenships: await db.selectFrom('detainee_citizenship').where('detainee_id', '=', id).selectAll().execute(),
    recognitions: await db.selectFrom('recognition').where('detainee_id', '=', id).selectAll().execute(),
    charges: await db.selectFrom('charge').where('detention_id', 'in', inDetentions).selectAll().execute(),
    sentences: await db.selectFrom('sentence').where('detention_id', 'in', inDetentions).selectAll().execute(),
  }
}

export type PersonRecord = NonNullable<Awaited<ReturnType<typeof findPersonRecord>>>

import type { Transaction } from 'kysely'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Register } from '../../db/register.ts'

/** Enters the countries people were taken to that the register does not know yet. */
export const enterDestinations = async (db: Transaction<Register>, body: ReleaseEventWrite): Promise<void> => {
  const codes = new Set([
    ...body.people.flatMap((person) => (person.destination === null ? [] : [person.destination])),
    ...body.counts.flatMap((count) => (count.dimension === 'destination' && count.cell !== body.country ? [count.cell] : [])),
  ])
  const known = await db.selectFrom('destination').where('code', 'in', [...codes]).select('code').execute()
  for (const { code } of known) codes.delete(code)
  for (const code of codes) await db.insertInto('destination').values({ code }).execute()
}

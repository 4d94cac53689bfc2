import type { Transaction } from 'kysely'
import { readDate } from '#contract/dates/read-date.ts'
import type { Register } from '#server/db/register.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { scriptOf } from '#contract/names/language.ts'
import { dateColumns } from '#server/register/load-dates.ts'

export type Entered = {
  readonly names: readonly string[]
  readonly birth?: string
  readonly sex?: 'f' | 'm'
  readonly occupation?: string
  readonly description?: string
  readonly arrests?: readonly { readonly country: string; readonly date?: string; readonly place?: string }[]
}

const columns = (name: string, typed: string | undefined) => {
  const read = readDate(typed ?? '')
  if ('problem' in read) throw new Error(read.problem)
  return dateColumns(name, read.date)
}

/** Enters a person with their names and arrests, inside an open changeset. Gives their number. */
export const enterPerson = async (db: Transaction<Register>, { names, birth, sex, occupation, description, arrests }: Entered): Promise<number> => {
  const { id } = await db
    .insertInto('detainee')
    .values({
      sex: sex ?? 'not_stated',
      occupation: occupation ?? null,
      description: description ?? null,
      ...columns('birth', birth),
      status_as_of_basis: 'not_stated',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const scripts = new Set<string>()
  for (const text of names) {
    const script = scriptOf(text)
    await db
      .insertInto('detainee_name')
      .values({
        detainee_id: id,
        text,
        script,
        kind: scripts.has(script) ? 'also_known_as' : 'primary',
        folded: foldText(text),
        name_key: nameKey(text),
      })
      .execute()
    scripts.add(script)
  }
  for (const { country, date, place } of arrests ?? []) {
    await db
      .insertInto('detention')
      .values({ detainee_id: id, country, place: place ?? null, end_basis: 'not_stated', ...columns('arrest', date) })
      .execute()
  }
  return id
}

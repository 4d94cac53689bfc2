import type { Transaction } from 'kysely'
import type { PersonWrite } from '#contract/release-event-write.ts'
import type { Register } from '../../db/register.ts'
import { foldText } from '../../names/fold.ts'
import { nameKey } from '../../names/key.ts'
import { scriptOf } from '#contract/names/language.ts'
import { keepDifferent } from '../duplicates/keep-different.ts'
import type { OpenChangeset } from '../../register/changeset.ts'
import { insertRow } from '../../register/insert-row.ts'

export type AddedPerson = { readonly detaineeId: number; readonly nameId: number }

/** A record for a person the register did not have: a release says nothing more of their status. */
export const addPerson = async (
  db: Transaction<Register>,
  changeset: OpenChangeset,
  { name, lang, sex, description, differentFrom }: NonNullable<PersonWrite['newPerson']>,
): Promise<AddedPerson> => {
  const detaineeId = await insertRow(db, 'detainee', { sex, description, birth_basis: 'not_stated', status_as_of_basis: 'not_stated' })
  const nameId = await insertRow(db, 'detainee_name', {
    detainee_id: detaineeId,
    text: name,
    lang: lang ?? 'und',
    script: scriptOf(name),
    kind: 'primary',
    folded: foldText(name),
    name_key: nameKey(name),
  })
  await changeset.touch({ table: 'detainee', id: detaineeId })
  await keepDifferent(db, changeset, detaineeId, differentFrom)
  return { detaineeId, nameId }
}

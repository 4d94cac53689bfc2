import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { Opened } from '../../db/sqlite.ts'
import { reviseDue } from '../../editions/revise-in-child.ts'
import { inChangeset } from '../changeset.ts'
import type { RedactedId } from '../redacted-ids.ts'
import { findChangesOf, findRow, isRecordTable } from '../undo/rows.ts'
import { compact } from './compact.ts'
import { type Sought, findSought, soughtWords } from './sought.ts'
import { takeSoughtOut } from './take-out.ts'
import { findStretch } from './words-digest.ts'

const author = 'Habeas'
const reason = 'Taken out again after an older backup was restored.'

type Act<Name extends RedactedId['act']> = Extract<RedactedId, { readonly act: Name }>

const hidePerson = async (db: Kysely<Register>, { id }: Act<'person'>): Promise<Sought | null> => {
  const person = await db.selectFrom('detainee').where('id', '=', id).select('visibility').executeTakeFirst()
  if (!person) return null
  const sought = await findSought(db, id)
  await inChangeset(db, { kind: 'redaction', author, reason }, async (transaction, changeset) => {
    const visibility = person.visibility === 'public' ? 'name_withheld' : person.visibility
    await transaction.updateTable('detainee').set({ visibility }).where('id', '=', id).execute()
    await changeset.touch({ table: 'detainee', id })
  })
  return sought
}

/** The words again, from the text they were chosen in as it is here, or was. */
const findWords = async (db: Kysely<Register>, act: Act<'value'>): Promise<Sought | null> => {
  const { table, id, field, salt } = act
  if (!isRecordTable(table)) return null
  const sides = (await findChangesOf(db, table, [id])).flatMap(({ before, after }) => [before, after])
  const values = [await findRow(db, table, id), ...sides].map((row) => row?.[field])
  const words = findStretch(values.filter((value) => typeof value === 'string'), act)
  return words === null ? null : soughtWords(db, { table, id, field, salt }, words)
}

/**
 * Takes people, and words, out of a register that was restored from before they left it, and out
 * of the editions restored with it, as one changeset each. What the register does not have is
 * passed over. Returns what was looked for, so that the files can be searched once they are
 * closed. Nobody else may have the register open.
 */
export const takeListedOut = async (register: Opened<Register>, editionsDir: string, acts: readonly RedactedId[]): Promise<Sought[]> => {
  const { db } = register
  const sought: Sought[] = []
  for (const act of acts) {
    const found = act.act === 'person' ? await hidePerson(db, act) : act.act === 'value' ? await findWords(db, act) : null
    if (found !== null) sought.push(found)
  }
  if (sought.length === 0) return []
  await reviseDue(editionsDir, db, author, sought.flatMap(({ words }) => words))
  for (const one of sought) await takeSoughtOut(register, one, { author, reason })
  if (!(await compact(register.raw))) throw new Error('The restored register is open elsewhere: close it, and restore again')
  return sought
}

import type { Register } from '../../db/register.ts'
import type { Opened } from '../../db/sqlite.ts'
import { reviseDue } from '../../editions/revise-in-child.ts'
import { inChangeset } from '../changeset.ts'
import { compact } from './compact.ts'
import { type Sought, findSought } from './sought.ts'
import { takePersonOut } from './take-out.ts'

const author = 'Habeas'
const reason = 'Taken out again after an older backup was restored.'

/**
 * Takes people out of a register that was restored from before they left it, and out of the
 * editions restored with it, as one changeset each. Numbers that the register does not have are
 * passed over. Returns what was looked for, so that the files can be searched once they are
 * closed. Nobody else may have the register open.
 */
export const takeListedOut = async (register: Opened<Register>, editionsDir: string, people: readonly number[]): Promise<Sought[]> => {
  const { db } = register
  const sought: Sought[] = []
  for (const id of people) {
    const person = await db.selectFrom('detainee').where('id', '=', id).select('visibility').executeTakeFirst()
    if (!person) continue
    sought.push(await findSought(db, id))
    await inChangeset(db, { kind: 'redaction', author, reason }, async (transaction, changeset) => {
      const visibility = person.visibility === 'public' ? 'name_withheld' : person.visibility
      await transaction.updateTable('detainee').set({ visibility }).where('id', '=', id).execute()
      await changeset.touch({ table: 'detainee', id })
    })
  }
  if (sought.length === 0) return []
  await reviseDue(editionsDir, db, author)
  for (const one of sought) await takePersonOut(register, one, { author, reason })
  if (!(await compact(register.raw))) throw new Error('The restored register is open elsewhere: close it, and restore again')
  return sought
}

import type { Register } from '../../db/register.ts'
import type { Opened } from '../../db/sqlite.ts'
import { reviseDue } from '../../editions/revise-in-child.ts'
import { removeSuperseded } from '../../editions/superseded.ts'
import { inChangeset } from '../changeset.ts'
import { readRedactedIds } from '../redacted-ids.ts'
import type { Sought } from '../redaction/sought.ts'
import { takeListedOut } from '../redaction/take-listed-out.ts'

const reason = 'Applied again after a backup was restored'
const strictness = { public: 0, name_withheld: 1, withheld: 2 } as const

/**
 * Brings a restored register, and the editions restored with it, in line with the list of what
 * was redacted or withheld since, which no backup holds. Returns what was taken out, so that the
 * files can be searched for it once they are closed.
 */
export const bringInLine = async (register: Opened<Register>, editionsDir: string, redactedIdsFile: string): Promise<Sought[]> => {
  const acts = await readRedactedIds(redactedIdsFile)
  const wanted = new Map(acts.flatMap((act) => (act.act === 'visibility' ? [[act.id, act.visibility] as const] : [])))
  const people = await register.db.selectFrom('detainee').select(['id', 'visibility']).execute()
  const stricter = people.flatMap(({ id, visibility }) => {
    const last = wanted.get(id)
    return last !== undefined && strictness[last] > strictness[visibility] ? [{ id, visibility: last }] : []
  })
  if (stricter.length > 0) {
    await inChangeset(register.db, { kind: 'redaction', author: 'Habeas', reason }, async (db, changeset) => {
      for (const { id, visibility } of stricter) {
        await db.updateTable('detainee').set({ visibility }).where('id', '=', id).execute()
        await changeset.touch({ table: 'detainee', id })
      }
    })
  }
  await reviseDue(editionsDir, register.db, 'Habeas')
  const taken = await takeListedOut(register, editionsDir, acts)
  await removeSuperseded(editionsDir)
  return taken
}

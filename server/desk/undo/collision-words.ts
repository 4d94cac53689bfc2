import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { Collision } from '../../register/undo/plan.ts'
import { rootOf } from '../../register/undo/roots.ts'
import { findRow, isRecordTable } from '../../register/undo/rows.ts'
import { Shadow } from '../../register/undo/shadow.ts'
import { refOf } from '../rows/changes-of-rows.ts'
import { fieldWords, tableWords } from '../rows/row-words.ts'

/** As many are listed; the rest is counted. */
const mostListed = 20

const nameRow = async (db: Kysely<Register>, table: string, id: number): Promise<string> => {
  if (!isRecordTable(table)) return `a row of the desk (${table.replaceAll('_', ' ')})`
  const row = await findRow(db, table, id)
  const root = row && (await rootOf(new Shadow(db), table, id, row))
  const words = `${tableWords[table].toLowerCase()} ${id}`
  if (!root) return words
  return root.table === table ? refOf(root) : `${words} of ${refOf(root)}`
}

/** Who changed a row last, as far as history says. */
const findLast = async (db: Kysely<Register>, table: string, id: number): Promise<string> => {
  const last = await db
    .selectFrom('change')
    .innerJoin('changeset', 'changeset.id', 'change.changeset_id')
    .where('table_name', '=', table)
    .where('record_id', '=', id)
    .select(['changeset.id', 'author', 'made_at'])
    .orderBy('change.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? ` (change ${last.id}, ${last.author}, ${last.made_at.slice(0, 10)})` : ''
}

const wordsOf = async (db: Kysely<Register>, { table, id, what, columns, other }: Collision): Promise<string> => {
  const row = await nameRow(db, table, id)
  const last = await findLast(db, table, id)
  switch (what) {
    case 'changed':
      return columns.includes('record')
        ? `${row} belongs to another record by now${last}: undo that first.`
        : `${row} was changed since${last}: ${columns.map(fieldWords).join(', ').toLowerCase()}.`
    case 'gone':
      return `${tableWords[isRecordTable(table) ? table : 'evidence'].toLowerCase()} ${id} was taken out since${last}.`
    case 'there':
      return `${row} is back already${last}.`
    case 'used':
      return other === null ? `${row} is used elsewhere.` : `${row} cannot go: ${await nameRow(db, other.table, other.id)} was entered since and rests on it.`
    case 'missing':
      return other === null ? `${row} cannot come back.` : `${row} cannot be as it was: ${await nameRow(db, other.table, other.id)}, which it refers to, is no longer there.`
    case 'redacted':
      return `What ${row} was is no longer known: its values were taken out of the history.`
  }
}

/** What stands in the way, a sentence each. */
export const collisionWords = async (db: Kysely<Register>, collisions: readonly Collision[]): Promise<string[]> => {
  const words = new Set<string>()
  for (const collision of collisions.slice(0, mostListed)) words.add(await wordsOf(db, collision))
  const left = collisions.length - mostListed
  return left > 0 ? [...words, `And ${left} more.`] : [...words]
}

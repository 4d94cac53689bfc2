import { formRow, personLineTable } from '../db/person-lines.ts'
import type { Records } from '../db/records.ts'
import type { Opened } from '../db/sqlite.ts'
import { formOfLines, piecesOf } from '../features/detainees/detainee-lines.ts'
import { findRows } from '../features/detainees/everyone.queries.ts'
import { listed } from '../features/detainees/listed-person.ts'

const some = 1000

/**
 * Fills the table `person_line` of an edition whose records and derived tables are whole, of what is in it and
 * of nothing else. Where one line cannot be kept, none is: the tables answer then.
 */
export const keepPersonLines = async ({ db, raw }: Opened<Records>): Promise<void> => {
  raw.exec(personLineTable)
  const insert = raw.prepare('INSERT INTO person_line (id, before, after) VALUES (?, ?, ?)')
  const next = raw
    .prepare<[number], number>(`SELECT id FROM detainee WHERE merged_into IS NULL AND id > ? ORDER BY id LIMIT ${some}`)
    .pluck()
  insert.run(formRow, formOfLines(), '')
  for (let ids = next.all(0); ids.length > 0; ids = next.all(ids.at(-1) ?? 0)) {
    for (const row of await findRows(db, ids.map((id) => listed(id, 'certain')))) {
      const pieces = piecesOf(row)
      if (pieces === null) {
        raw.exec('DROP TABLE person_line')
        return
      }
      insert.run(row.id, pieces.before, pieces.after)
    }
  }
}

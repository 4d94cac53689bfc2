import type Database from 'better-sqlite3'
import { recordTables } from '../db/records.ts'
import { type NameForms, carrierOf } from './name-forms.ts'

/** What stands where a text was that cannot be left out. */
export const withheldText = '[withheld]'

/** Names of people are theirs: someone public may be called the same, and stays. */
const searchedTables = recordTables.filter((table) => table !== 'detainee_name')

type Column = { readonly name: string; readonly needed: boolean }

const textColumns = (raw: Database.Database, table: string): Column[] =>
  raw
    .prepare<[string], { name: string; notnull: number }>(`SELECT name, "notnull" FROM pragma_table_info(?) WHERE type = 'TEXT'`)
    .all(table)
    .map(({ name, notnull }) => ({ name, needed: notnull === 1 }))

type Place = { readonly table: string; readonly id: number; readonly column: Column }

/** Every text of a file of records that carries one of the names. */
const findTexts = (raw: Database.Database, forms: NameForms): Place[] => {
  const carries = carrierOf(forms)
  const places: Place[] = []
  for (const table of searchedTables) {
    const columns = textColumns(raw, table)
    const rows = raw.prepare<[], Readonly<Record<string, unknown>>>(`SELECT * FROM ${table}`)
    for (const row of rows.iterate()) {
      for (const column of columns) {
        const text = row[column.name]
        if (typeof text === 'string' && carries(text)) places.push({ table, id: Number(row['id']), column })
      }
    }
  }
  return places
}

/** True when any text of a file of records carries one of the names. */
export const hasTexts = (raw: Database.Database, forms: NameForms): boolean => findTexts(raw, forms).length > 0

/** Empties every text that carries one of the names; one that its table needs reads "[withheld]". The offsets of a quote go with it. */
export const emptyTexts = (raw: Database.Database, forms: NameForms): void => {
  const places = findTexts(raw, forms)
  for (const { table, id, column } of places) {
    const offsets = column.name === 'quote' ? ', quote_start = NULL, quote_end = NULL' : ''
    const value = column.needed ? `'${withheldText}'` : 'NULL'
    raw.prepare(`UPDATE ${table} SET ${column.name} = ${value}${offsets} WHERE id = ?`).run(id)
  }
}

import type Database from 'better-sqlite3'
import { type RecordTables, recordTables } from '../db/records.ts'
import { isFreeText } from './free-texts.ts'
import { type NameForms, carrierOf } from './name-forms.ts'

/** What stands where a text was that cannot be left out. */
export const withheldText = '[withheld]'

/** Names of people are theirs: someone public may be called the same, and stays. */
const searchedTables = recordTables.filter((table) => table !== 'detainee_name')

type Column = { readonly name: string; readonly needed: boolean }

const textColumns = (raw: Database.Database, table: keyof RecordTables): Column[] =>
  raw
    .prepare<[string], { name: string; notnull: number }>(`SELECT name, "notnull" FROM pragma_table_info(?) WHERE type = 'TEXT'`)
    .all(table)
    .filter(({ name }) => isFreeText(table, name))
    .map(({ name, notnull }) => ({ name, needed: notnull === 1 }))

type Place = { readonly table: keyof RecordTables; readonly id: number; readonly column: Column }

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

/** A cell is told from others of its event by its words. */
const inPlaceOf = ({ table, id, column }: Place): string | null => {
  if (!column.needed) return null
  return table === 'release_count' && column.name === 'cell' ? `${withheldText} ${id}` : withheldText
}

/** Empties these texts; one that its table needs reads "[withheld]". The offsets of a quote go with it. */
const emptyPlaces = (raw: Database.Database, places: readonly Place[]): void => {
  for (const place of places) {
    const offsets = place.column.name === 'quote' ? ', quote_start = NULL, quote_end = NULL' : ''
    raw.prepare(`UPDATE ${place.table} SET ${place.column.name} = ?${offsets} WHERE id = ?`).run(inPlaceOf(place), place.id)
  }
}

/** Empties these columns of these rows. */
export const emptyColumns = (raw: Database.Database, texts: readonly { table: keyof RecordTables; id: number; column: string }[]): void => {
  const places = texts.flatMap(({ table, id, column }): Place[] => {
    const found = textColumns(raw, table).find(({ name }) => name === column)
    return found ? [{ table, id, column: found }] : []
  })
  emptyPlaces(raw, places)
}

/** Empties every text that carries one of the names. */
export const emptyTexts = (raw: Database.Database, forms: NameForms): void => emptyPlaces(raw, findTexts(raw, forms))

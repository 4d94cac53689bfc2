import type Database from 'better-sqlite3'
import { type RecordTables, recordTables } from '../db/records.ts'
import { isFreeText } from './free-texts.ts'
import { type NameForms, carrierOf } from './name-forms.ts'
import type { Taker } from './taken-words.ts'
import { withheldText } from './withheld-text.ts'

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

/** Every text of a file of records that carries what is looked for. */
const findTexts = (raw: Database.Database, carries: Taker['carries']): Place[] => {
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
export const hasTexts = (raw: Database.Database, forms: NameForms): boolean => findTexts(raw, carrierOf(forms)).length > 0

/** What stands in a column whose whole text goes. A cell is told from others of its event by its words. */
export const inPlaceOf = (table: keyof RecordTables, id: number, column: Column): string | null => {
  if (!column.needed) return null
  return table === 'release_count' && column.name === 'cell' ? `${withheldText} ${id}` : withheldText
}

const emptyPlace = (raw: Database.Database, { table, id, column }: Place, left: string | null): void => {
  const offsets = column.name === 'quote' ? ', quote_start = NULL, quote_end = NULL' : ''
  raw.prepare(`UPDATE ${table} SET ${column.name} = ?${offsets} WHERE id = ?`).run(left ?? inPlaceOf(table, id, column), id)
}

/** Empties these texts; one that its table needs reads "[withheld]". The offsets of a quote go with it. */
const emptyPlaces = (raw: Database.Database, places: readonly Place[]): void => {
  for (const place of places) emptyPlace(raw, place, null)
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
export const emptyTexts = (raw: Database.Database, forms: NameForms): void => emptyPlaces(raw, findTexts(raw, carrierOf(forms)))

const namesWith = (raw: Database.Database, { carries }: Taker): number[] =>
  raw
    .prepare<[], { id: number; text: string }>('SELECT id, text FROM detainee_name')
    .all()
    .flatMap(({ id, text }) => (carries(text) ? [id] : []))

/** True when words that were taken out stand in any text or name of a file of records. */
export const hasWords = (raw: Database.Database, taker: Taker): boolean => namesWith(raw, taker).length > 0 || findTexts(raw, taker.carries).length > 0

/** Takes words out of every text and name of a file of records. A name that carries them goes whole; somebody's only name reads "[withheld]". */
export const takeWords = (raw: Database.Database, taker: Taker): void => {
  const alone = raw.prepare(`SELECT 1 FROM detainee_name AS one WHERE id = ? AND NOT EXISTS (
    SELECT 1 FROM detainee_name AS other WHERE other.detainee_id = one.detainee_id AND other.id <> one.id)`)
  for (const id of namesWith(raw, taker)) {
    raw.prepare(`DELETE FROM evidence WHERE record_table = 'detainee_name' AND record_id = ?`).run(id)
    if (alone.get(id) === undefined) raw.prepare('DELETE FROM detainee_name WHERE id = ?').run(id)
    else raw.prepare(`UPDATE detainee_name SET text = ?, folded = 'withheld', name_key = '' WHERE id = ?`).run(withheldText, id)
  }
  for (const place of findTexts(raw, taker.carries)) {
    const text = raw.prepare<[number], string>(`SELECT ${place.column.name} FROM ${place.table} WHERE id = ?`).pluck().get(place.id)
    emptyPlace(raw, place, text === undefined ? null : taker.without(text))
  }
}

import type Database from 'better-sqlite3'
import type { NamedText } from '#contract/publishing.ts'
import { type RecordTables, recordTables } from '../db/records.ts'
import { indexKey } from '../names/key.ts'
import { isFreeText } from './free-texts.ts'
import { type NameForms, carrierOf, carriesName, hasForms, nameForms } from './name-forms.ts'
import { publishedRows } from './published-columns.ts'
import { ownerOf } from './text-owners.ts'

/** A published text that may name someone who is not fully public, and where it stands. */
export type Refusal = NamedText & { readonly table: keyof RecordTables | 'edition'; readonly id: number; readonly column: string }

type Name = { readonly person: number; readonly text: string }

const namesOf = (which: 'hidden' | 'public'): string => `FROM detainee_name AS named
  LEFT JOIN publishable ON publishable.id = named.detainee_id
  WHERE publishable.visibility ${which === 'hidden' ? 'IS NOT' : 'IS'} 'public'`

const textsOf = (raw: Database.Database, which: 'hidden' | 'public'): string[] =>
  raw.prepare<[], string>(`SELECT named.text ${namesOf(which)}`).pluck().all()

/** Forms of the names of everyone who is not fully public. */
const hiddenForms = (raw: Database.Database): NameForms => {
  const hidden = textsOf(raw, 'hidden')
  return nameForms(hidden, hidden.length === 0 ? [] : textsOf(raw, 'public'))
}

const message = 'This may name a person who is not fully public. Rewrite it, publish without it, or change what is shown of the person.'
const longestExcerpt = 160

/** The note of an edition is written for it and can be written again. */
const refuseNote = (note: string): Refusal => ({
  key: 'edition note',
  record: 'edition',
  page: null,
  field: 'note',
  excerpt: note.slice(0, longestExcerpt),
  message: 'The note may name a person who is not fully public. Rewrite it.',
  blankable: false,
  table: 'edition',
  id: 0,
  column: 'note',
})

/** Columns that hold words. The tables are strict: one of numbers holds nothing else. */
const wordColumns = (raw: Database.Database, table: keyof RecordTables): Set<string> =>
  new Set(
    raw
      .prepare<[string], string>(`SELECT name FROM pragma_table_info(?) WHERE type NOT IN ('INTEGER', 'REAL')`)
      .pluck()
      .all(table)
      .filter((column) => isFreeText(table, column)),
  )

/**
 * Everything that would be published and may name someone who is not fully public, by spelling or
 * by sound; the note too, if one is given. Names of people are theirs: see `findNamesakes`.
 */
export const findRefusals = (raw: Database.Database, note?: string): Refusal[] => {
  const forms = hiddenForms(raw)
  if (!hasForms(forms)) return []
  const carries = carrierOf(forms)
  const refusals: Refusal[] = []
  for (const table of recordTables) {
    if (table === 'detainee_name') continue
    const words = wordColumns(raw, table)
    if (words.size === 0) continue
    const { columns, select } = publishedRows(table, (column) => column === 'id' || words.has(column))
    const looked = columns.flatMap((column, at) => (words.has(column) ? [{ column, at }] : []))
    const idAt = columns.indexOf('id')
    const found: Pick<Refusal, 'id' | 'column' | 'excerpt'>[] = []
    for (const row of raw.prepare<[], unknown[]>(select).raw().iterate()) {
      for (const { column, at } of looked) {
        const value = row[at]
        if (typeof value !== 'string' || !carries(value)) continue
        found.push({ id: Number(row[idAt]), column, excerpt: value.slice(0, longestExcerpt) })
      }
    }
    for (const { id, column, excerpt } of found) {
      const field = `${table.replaceAll('_', ' ')}, ${column.replaceAll('_', ' ')}`
      refusals.push({ key: `${table} ${id} ${column}`, ...ownerOf(raw, table, id), field, excerpt, message, blankable: true, table, id, column })
    }
  }
  return note !== undefined && carriesName(note, forms) ? [...refusals, refuseNote(note)] : refusals
}

/** Public people who are called as someone is who is not: the same person entered twice would be seen by everyone. */
export const findNamesakes = (raw: Database.Database): number[] => {
  const keys = new Set(textsOf(raw, 'hidden').map(indexKey))
  if (keys.size === 0) return []
  const same = new Set<number>()
  const names = raw.prepare<[], Name>(`SELECT named.detainee_id AS person, named.text ${namesOf('public')}`)
  for (const { person, text } of names.iterate()) if (text.includes(' ') && keys.has(indexKey(text))) same.add(person)
  return [...same]
}

import type Database from 'better-sqlite3'
import { type RecordTables, recordTables } from '../../db/records.ts'
import { columnsIn } from '../../db/history-triggers.ts'
import { isFreeText } from '../../editions/free-texts.ts'
import type { Taker } from '../../editions/taken-words.ts'
import { holdsName, textsIn } from './leaves.ts'
import type { Sought } from './sought.ts'

type Carries = (text: string) => boolean

/** A text of a record that carries a name. Names of other people are theirs and are not looked at. `whole`: nothing of it can stay. */
export type RecordText = {
  readonly table: keyof RecordTables
  readonly id: number
  readonly column: string
  readonly needed: boolean
  readonly whole: boolean
}

/** Every text of a record table that carries a name. */
export const findRecordTexts = (raw: Database.Database, { carries, without }: Taker): RecordText[] => {
  const found: RecordText[] = []
  for (const table of recordTables) {
    if (table === 'detainee_name') continue
    const columns = raw
      .prepare<[string], { name: string; notnull: number }>(`SELECT name, "notnull" FROM pragma_table_info(?) WHERE type = 'TEXT'`)
      .all(table)
      .filter(({ name }) => isFreeText(table, name))
    if (columns.length === 0) continue
    const rows = raw.prepare<[], Readonly<Record<string, unknown>>>(`SELECT id, ${columns.map(({ name }) => name).join(', ')} FROM ${table}`)
    for (const row of rows.iterate()) {
      for (const { name, notnull } of columns) {
        const text = row[name]
        if (typeof text !== 'string' || !carries(text)) continue
        found.push({ table, id: Number(row['id']), column: name, needed: notnull === 1, whole: without(text) === null })
      }
    }
  }
  return found
}

/** Names of people that carry words. */
export const findNamesWith = (raw: Database.Database, carries: Carries): { readonly id: number; readonly person: number }[] =>
  raw
    .prepare<[], { id: number; person: number; text: string }>('SELECT id, detainee_id AS person, text FROM detainee_name')
    .all()
    .filter(({ text }) => carries(text))
    .map(({ id, person }) => ({ id, person }))

/** Tables of rows that are of one person, and how a row says of whom. */
const personColumn: Readonly<Record<string, string>> = { detainee: 'id', detainee_name: 'detainee_id' }

type ChangeValue = { readonly id: number; readonly table: string; readonly value: string }
type Sides = { readonly before?: Readonly<Record<string, unknown>> | null; readonly after?: Readonly<Record<string, unknown>> | null }

/**
 * Changes from `from` on whose value has to go: of the person's own row and names all, of
 * everything else those that carry a name. The names of other people are theirs; words that leave are in no name that stays.
 */
export const findChangeValues = (raw: Database.Database, { people, target }: Sought, carries: Carries, from = 0): number[] => {
  const isTheirs = new Set<unknown>(people)
  const found: number[] = []
  const rows = raw
    .prepare<[number], ChangeValue>(
      `SELECT change.id, table_name AS "table", value FROM change JOIN change_value ON change_value.change_id = change.id
       WHERE change.id > ? ORDER BY change.id`,
    )
    .iterate(from)
  for (const { id, table, value } of rows) {
    const column = personColumn[table]
    const { before, after } = JSON.parse(value) as Sides
    const isOfThem = column !== undefined && (isTheirs.has(before?.[column]) || isTheirs.has(after?.[column]))
    if (isOfThem || ((target !== null || table !== 'detainee_name') && holdsName(value, carries))) found.push(id)
  }
  return found
}

/** A row of a desk table, by the columns that tell it from others, and which of its texts carry a name. `blobs` are emptied along with them. */
export type DeskRow = {
  readonly table: string
  readonly key: Readonly<Record<string, string | number>>
  readonly texts: readonly string[]
  readonly blobs: readonly string[]
  /** Every text of it goes: it is a row of a list that says who they are. */
  readonly whole: boolean
}

/** History and records are looked at by themselves; and nothing here holds what somebody typed. */
const notLookedAt = new Set<string>([
  ...recordTables,
  'change',
  'change_value',
  'changeset',
  'migration',
  'open_changeset',
  'record_version',
  'record_touch',
  'duplicate_pair',
])

const isAccount = (table: string): boolean => table.startsWith('account_') && table !== 'account_event'

const deskTables = (raw: Database.Database): string[] =>
  raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all()
    .map(({ name }) => name)
    .filter((name) => !notLookedAt.has(name) && !isAccount(name))

const keyColumns = (raw: Database.Database, table: string): string[] =>
  raw
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .all(table)
    .map(({ name }) => name)

const decoded = (blob: Buffer): string[] => ['utf-8', 'utf-16le', 'windows-1251'].map((encoding) => new TextDecoder(encoding).decode(blob))

/** A row of an imported list has a name in several cells, or says which record it became. */
const isOfPerson = (table: string, row: Readonly<Record<string, unknown>>, { people, target }: Sought, carries: Carries): boolean => {
  if (table !== 'import_row' || target !== null) return false
  const refs = new Set(people.map((id) => `D-${id}`))
  const isTheirs = ['record', 'person'].some((column) => refs.has(String(row[column])))
  return isTheirs || carries(textsIn(String(row['cells'])).join(' '))
}

/** Every row of every other table that carries a name: what was typed, sent, kept or answered at the desk. */
export const findDeskRows = (raw: Database.Database, sought: Sought, carries: Carries): DeskRow[] =>
  deskTables(raw).flatMap((table) => {
    const columns = columnsIn(raw, table)
    const keys = keyColumns(raw, table)
    const found: DeskRow[] = []
    const rows = raw.prepare<[], Readonly<Record<string, unknown>>>(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${table}`)
    for (const row of rows.iterate()) {
      const whole = isOfPerson(table, row, sought, carries)
      const blobs = columns.filter((name) => Buffer.isBuffer(row[name]))
      const texts = columns.filter((name) => {
        const text = row[name]
        return typeof text === 'string' && !keys.includes(name) && (whole ? /^[[{]/.test(text) : holdsName(text, carries))
      })
      const isInBlob = blobs.some((name) => decoded(row[name] as Buffer).some((text) => carries(text)))
      if (texts.length === 0 && !isInBlob) continue
      const key = Object.fromEntries(keys.map((name) => [name, row[name] as string | number]))
      found.push({ table, key, texts, blobs, whole })
    }
    return found
  })

/** Changesets whose reason carries a name. */
export const findReasons = (raw: Database.Database, carries: Carries): number[] =>
  raw
    .prepare<[], { id: number; reason: string }>('SELECT id, reason FROM changeset ORDER BY id')
    .all()
    .filter(({ reason }) => carries(reason))
    .map(({ id }) => id)

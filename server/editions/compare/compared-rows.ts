import { CompiledQuery, type Kysely } from 'kysely'
import type { ComparedKind } from '#contract/compare.ts'
import type { Records } from '../../db/records.ts'

/*
 * What a record is made of: its own row and the rows that hang on it. Rows that speak of
 * someone who is not fully public are never read here, so no comparison can show one.
 */

export type Kind = ComparedKind['kind']
export type Value = string | number | null
/** One row with its values by field; a date is one field, in the words of its source or of its basis. */
export type ComparedRow = { readonly table: string; readonly id: number; readonly values: ReadonlyMap<string, Value> }
/** The rows of each record, by the record's id and then by table and id. */
export type RowsOfRecords = ReadonlyMap<number, ReadonlyMap<string, ComparedRow>>

type Part = { readonly table: string; readonly root: string; readonly from: string }

const own = (table: string): Part => ({ table, root: 'part.id', from: `${table} AS part` })
const of = (table: string, column: string): Part => ({ table, root: `part.${column}`, from: `${table} AS part` })
const ofDetention = (table: string): Part => ({
  table,
  root: 'held.detainee_id',
  from: `detention AS held JOIN ${table} AS part ON part.detention_id = held.id`,
})

const parts: Readonly<Record<Kind, readonly Part[]>> = {
  release_event: [
    own('release_event'),
    of('release_count', 'release_event_id'),
    {
      table: 'release_person',
      root: 'part.release_event_id',
      from: `release_person AS part JOIN detainee AS person ON person.id = part.detainee_id AND person.visibility = 'public'`,
    },
    of('release_sanction', 'release_event_id'),
    of('event_note', 'release_event_id'),
  ],
  detainee: [
    { ...own('detainee'), from: `(SELECT * FROM detainee WHERE visibility = 'public') AS part` },
    of('detainee_name', 'detainee_id'),
    of('detainee_citizenship', 'detainee_id'),
    of('detention', 'detainee_id'),
    ofDetention('charge'),
    ofDetention('sentence'),
    of('recognition', 'detainee_id'),
  ],
  sanctions_action: [own('sanctions_action')],
  source: [own('source')],
}

/** What is kept for the program alone, or said by where a row hangs. */
const unsaid = new Set([
  'id',
  'root',
  'release_event_id',
  'detention_id',
  'folded',
  'name_key',
  'quote_start',
  'quote_end',
  'visibility',
  'merged_into',
  'record_table',
  'record_id',
])

const datePart = /^(.+)_(edtf|earliest|latest|basis)$/

const valuesOf = (table: string, row: Readonly<Record<string, Value>>): Map<string, Value> => {
  const values = new Map<string, Value>()
  for (const [column, value] of Object.entries(row)) {
    if (unsaid.has(column) || (column === 'detainee_id' && table !== 'release_person')) continue
    const date = datePart.exec(column)
    if (date === null) values.set(column, value)
    else if (date[2] === 'edtf') values.set(date[1] ?? column, value ?? row[`${date[1]}_basis`] ?? null)
  }
  return values
}

type Read = Readonly<Record<string, Value>> & { readonly root: number; readonly id: number }

const read = async (db: Kysely<Records>, query: string, from: number, to: number): Promise<Read[]> =>
  (await db.executeQuery<Read>(CompiledQuery.raw(query, [from, to]))).rows

export type Range = { readonly from: number; readonly to: number }

/**
 * The rows of every record of a kind whose id lies from `from` to `to`, the evidence on them
 * included; those of `hidden` people, who are not public in the other edition, left out.
 */
export const findComparedRows = async (
  db: Kysely<Records>,
  kind: Kind,
  { from, to }: Range,
  hidden: ReadonlySet<number>,
): Promise<RowsOfRecords> => {
  const isHidden = (row: Read) => typeof row['detainee_id'] === 'number' && hidden.has(row['detainee_id'])
  const records = new Map<number, Map<string, ComparedRow>>()
  const keep = (table: string, rows: readonly Read[]): void => {
    for (const row of rows) {
      const known = records.get(row.root) ?? new Map<string, ComparedRow>()
      known.set(`${table} ${row.id}`, { table, id: row.id, values: valuesOf(table, row) })
      records.set(row.root, known)
    }
  }
  for (const part of parts[kind]) {
    const range = `WHERE ${part.root} BETWEEN ? AND ?`
    const rows = await read(db, `SELECT part.*, ${part.root} AS root FROM ${part.from} ${range}`, from, to)
    const leftOut = new Set(rows.filter(isHidden).map(({ id }) => id))
    keep(part.table, rows.filter(({ id }) => !leftOut.has(id)))
    if (kind === 'source') continue
    const evidence = `${part.from} JOIN evidence ON evidence.record_table = '${part.table}' AND evidence.record_id = part.id`
    const supporting = await read(db, `SELECT evidence.*, ${part.root} AS root FROM ${evidence} ${range}`, from, to)
    keep('evidence', supporting.filter((row) => !leftOut.has(Number(row['record_id']))))
  }
  return records
}

import type Database from 'better-sqlite3'
import { type RecordTables, recordTables } from '#server/db/records.ts'
import { preparation, publishedRows, publishedTables } from '#server/editions/published-columns.ts'

/*
 * Changes every value of a register that an edition may not have. What is confidential is not
 * listed: it is every column of the schema, minus what is published of each row; and everything
 * of someone who is withheld or whose name is, whatever is published of them.
 */

type Value = string | number | bigint | Buffer | null
type Row = Readonly<Record<string, Value>>
type Column = { readonly name: string; readonly type: string; readonly pk: number }

/** How many letters there are in the alphabet of words that nothing else holds. */
const letters = 'bcdfghjklmnpqrstvwxz'

/** A word that nobody wrote: it is no name, no code and no date, and each is another. */
const wordOf = (number: number): string => {
  const spelt = [...String(number)].map((digit) => letters[Number(digit) * 2] ?? 'q').join('')
  return `Qx${spelt}`
}

const otherValue = (type: string, number: number): Value => {
  if (type === 'INTEGER') return 5_000_000 + number
  if (type === 'REAL') return 1000 + number
  return type === 'BLOB' ? Buffer.from(wordOf(number)) : wordOf(number)
}

const isRecords = (table: string): table is keyof RecordTables => (recordTables as readonly string[]).includes(table)

/** What holds records together, and what everyone may know of them: that they are there, and that they are withheld. */
const holdsTogether = /^(?:id|.+_id|visibility|merged_into|record_table)$/

/** Public on purpose: the head of the history that an edition was made from, and whether it is invented. */
const publicOnPurpose = (table: string, column: string, row: Row, last: Row | undefined): boolean =>
  (table === 'change' && column === 'chain' && row === last) || (table === 'setting' && row['name'] === 'fictional')

/** Everyone who is not shown by name, and those merged with them. */
const hiddenPeople = `WITH RECURSIVE hidden (id) AS (
  SELECT id FROM detainee WHERE visibility <> 'public'
  UNION SELECT detainee.id FROM detainee JOIN hidden ON detainee.merged_into = hidden.id)`

/** Which rows are of them: said here once more, so that a mistake in what is published is no mistake here. */
const ofHidden: { readonly [Name in keyof RecordTables]?: string } = {
  detainee: 'id IN hidden',
  detainee_citizenship: 'detainee_id IN hidden',
  detainee_name: 'detainee_id IN hidden',
  detention: 'detainee_id IN hidden',
  charge: 'detention_id IN (SELECT id FROM detention WHERE detainee_id IN hidden)',
  sentence: 'detention_id IN (SELECT id FROM detention WHERE detainee_id IN hidden)',
  recognition: 'detainee_id IN hidden',
  release_person: 'detainee_id IN hidden',
}

/** The numbers of the rows of a table that are of someone hidden; evidence and its sources are, where they are of such a row only. */
const hiddenRows = (raw: Database.Database): ReadonlyMap<string, ReadonlySet<Value>> => {
  const rows = (table: string, condition: string): Set<Value> =>
    new Set(raw.prepare<[], number>(`${hiddenPeople} SELECT id FROM ${table} WHERE ${condition}`).pluck().all())
  const evidence = Object.entries(ofHidden).map(([table, condition]) => `(record_table = '${table}' AND record_id IN (SELECT id FROM ${table} WHERE ${condition}))`)
  const isHidden = evidence.join(' OR ')
  return new Map([
    ...Object.entries(ofHidden).map(([table, condition]) => [table, rows(table, condition)] as const),
    ['evidence', rows('evidence', isHidden)],
    ['source', rows('source', `id NOT IN (SELECT source_id FROM evidence WHERE NOT (${isHidden}))`)],
  ])
}

/** Where many were taken together, the place of one among them tells nothing. */
const maySay = (table: string, column: string): boolean => table === 'release_person' && column === 'destination'

const schemaOf = (raw: Database.Database): Map<string, Column[]> => {
  const tables = raw.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").pluck().all()
  const columns = raw.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)')
  // Which migrations were applied is the program's, not anyone's secret; a changeset is open during a write only.
  return new Map(tables.filter((table) => table !== 'migration' && table !== 'open_changeset').map((table) => [table, columns.all(table)]))
}

/** One row in each table of the desk that has none, so that each of its columns has something to change. */
const fillEmptyTables = (raw: Database.Database, schema: Map<string, Column[]>): void => {
  for (const [table, columns] of schema) {
    if (raw.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined) continue
    const values = columns.map(({ type }, index) => otherValue(type, 900_000 + index))
    raw.prepare(`INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...values)
  }
}

/** The rows of a table as an edition has them, by number. */
const publishedOf = (raw: Database.Database, table: string): Map<Value, Row> =>
  new Map(isRecords(table) ? raw.prepare<[], Row>(publishedRows(table).select).all().map((row) => [row['id'] ?? null, row]) : [])

export type Changed = { readonly values: number; readonly columns: ReadonlySet<string>; readonly untouched: readonly string[] }

/**
 * Changes every confidential value, past all rules and triggers of the register, as whoever holds
 * the file could. `untouched` are the columns of the schema of which nothing was changed and that
 * are not published as they are.
 */
export const changeConfidential = (raw: Database.Database): Changed => {
  raw.pragma('foreign_keys = OFF')
  raw.pragma('ignore_check_constraints = ON')
  raw.exec('BEGIN IMMEDIATE')
  for (const trigger of raw.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()) raw.exec(`DROP TRIGGER ${trigger}`)
  const schema = schemaOf(raw)
  for (const statement of preparation) raw.exec(statement)
  fillEmptyTables(raw, schema)
  const changed = new Set<string>()
  const hidden = hiddenRows(raw)
  let values = 0
  const tables = [...schema].map(([table, columns]) => ({ table, columns, published: publishedOf(raw, table), rows: raw.prepare<[], Row>(`SELECT * FROM ${table}`).all() }))
  for (const { table, columns, published, rows } of tables) {
    const keys = columns.filter(({ pk }) => pk > 0)
    for (const row of rows) {
      const shown = published.get(row['id'] ?? null)
      const confidential = columns.filter(({ name, pk }) => {
        if (publicOnPurpose(table, name, row, rows.at(-1)) || (pk > 0 && isRecords(table))) return false
        if (isRecords(table) && holdsTogether.test(name)) return false
        const isHidden = hidden.get(table)?.has(row['id'] ?? null) === true && !maySay(table, name)
        return isHidden || shown === undefined || shown[name] !== row[name]
      })
      if (confidential.length === 0) continue
      const put = confidential.map(({ type }) => otherValue(type, (values += 1)))
      raw
        .prepare(`UPDATE ${table} SET ${confidential.map(({ name }) => `${name} = ?`).join(', ')} WHERE ${keys.map(({ name }) => `${name} IS ?`).join(' AND ')}`)
        .run(...put, ...keys.map(({ name }) => row[name] ?? null))
      for (const { name } of confidential) changed.add(`${table}.${name}`)
    }
  }
  raw.exec('COMMIT')
  const isPublished = (table: string, name: string): boolean =>
    isRecords(table) && (holdsTogether.test(name) || (publishedTables[table].columns as readonly string[]).includes(name))
  const untouched = [...schema].flatMap(([table, columns]) =>
    columns.filter(({ name }) => !changed.has(`${table}.${name}`) && !isPublished(table, name)).map(({ name }) => `${table}.${name}`),
  )
  return { values, columns: changed, untouched }
}

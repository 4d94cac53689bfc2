import { type Kysely, sql } from 'kysely'
import type { Records } from '../../db/records.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { formRow, wholeSql } from '../../db/person-lines.ts'
import type { Link } from '../../http/export/column.ts'
import { csvCell, csvHead } from '../../http/export/csv.ts'
import type { UnpagedQuery } from './detainee-pages.queries.ts'
import { formOfLines } from './detainee-lines.ts'
import { detaineeColumns } from './detainees.columns.ts'
import { everyone } from './everyone.queries.ts'
import { listedCertaintySql, listedIdSql } from './listed-person.ts'
import { isInMemory } from './people-in-memory.ts'

/*
 * The CSV of people from the lines that an edition keeps of them: SQLite puts them together, and
 * nobody reads them again.
 */

/** Whether the file keeps lines as this program writes them. */
const hasLines = async (db: Kysely<Records>): Promise<boolean> => {
  const { rows: tables } = await sql`SELECT 1 FROM sqlite_schema WHERE name = 'person_line'`.execute(db)
  if (tables.length === 0) return false
  const { rows } = await sql<{ form: string }>`SELECT before AS form FROM person_line WHERE id = ${formRow}`.execute(db)
  return rows[0]?.form === formOfLines()
}

const asked = sql<number>`asked.value`
const before = sql.raw(wholeSql('line.before'))

const readLines = async (db: Kysely<Records>, people: readonly number[], site: string): Promise<Uint8Array> => {
  const { rows } = await sql<{ lines: number; csv: Buffer }>`
    SELECT count(*) AS lines,
      CAST(group_concat(${before} || ${listedCertaintySql(asked)} || ${`,${site}`} || line.after, '' ORDER BY asked.key) AS BLOB) AS csv
    FROM json_each(${JSON.stringify(people)}) AS asked CROSS JOIN person_line AS line ON line.id = ${listedIdSql(asked)}`.execute(db)
  const [read] = rows
  if (!read || read.lines !== people.length) throw new Error('The edition lacks lines of people it lists')
  return read.csv
}

/** A millisecond's work, and 100 kB that whoever takes nothing holds. */
const linesAtOnce = 250

async function* csvOfLines(file: RecordFile, query: UnpagedQuery, site: string): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(csvHead(detaineeColumns))
  for await (const people of everyone(file, query, linesAtOnce)) yield await readLines(file.db, people, site)
}

/** Null where lines are not kept, or do not say what is asked: what one source says of releases is not what all say together. */
export const findKeptCsv = async (file: RecordFile, query: UnpagedQuery, link: Link): Promise<AsyncIterable<Uint8Array> | null> => {
  const site = link('')
  const isPlain = csvCell(site) === site
  return isPlain && query.source === undefined && (await hasLines(file.db)) ? csvOfLines(file, query, site) : null
}

/** Whether this file can be answered where others are answered too: whom it is of is in memory, and their lines are kept. */
export const isCsvAtHand = async (file: RecordFile, query: Readonly<Record<string, unknown>>): Promise<boolean> =>
  isInMemory(query) && (await hasLines(file.db))

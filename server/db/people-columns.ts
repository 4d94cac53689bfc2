import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { type MultipleColumn, type SingleColumn, bytesOf, wordsOf } from './columns.ts'
import type { Records } from './records.ts'

/*
 * What people are filtered, counted and sorted by, as columns of numbers: an edition keeps them
 * beside its tables, and a process reads them into memory when they are first asked for. Place
 * `n` of every column is the same person; only people who are not merged into another have one.
 */

export const singleNames = ['status', 'sex', 'occupation', 'named', 'undated'] as const
export const multipleNames = ['destination', 'country', 'article'] as const
export const orderNames = ['name', 'surname', 'arrested', 'released'] as const
export type SingleName = (typeof singleNames)[number]
export type MultipleName = (typeof multipleNames)[number]
export type OrderName = (typeof orderNames)[number]

export type PeopleColumns = {
  /** Ascending. */
  readonly ids: Uint32Array
  readonly single: Readonly<Record<SingleName, SingleColumn>>
  readonly multiple: Readonly<Record<MultipleName, MultipleColumn>>
  /** Places in ascending order of a key, then of ids; those without one, from `keyless` on, stand last. */
  readonly orders: Readonly<Record<OrderName, { readonly places: Uint32Array; readonly keyless: number }>>
}

/** How the table `people_column` of an edition is made. */
export const peopleColumnTable = `CREATE TABLE people_column (
  name TEXT PRIMARY KEY, codes BLOB NOT NULL, starts BLOB, words TEXT, keyless INTEGER) STRICT`

type Kept = {
  readonly name: string
  readonly codes: Buffer
  readonly starts: Buffer | null
  readonly words: string | null
  readonly keyless: number | null
}

const columnsFrom = (rows: readonly Kept[]): PeopleColumns => {
  const byName = new Map(rows.map((row) => [row.name, row]))
  const row = (name: string): Kept => {
    const found = byName.get(name)
    if (!found) throw new Error(`The edition has columns of people, but none of ${name}`)
    return found
  }
  const single = (name: string): SingleColumn => ({ words: wordsOf(row(name).words), codes: new Uint16Array(bytesOf(row(name).codes)) })
  const multiple = (name: string): MultipleColumn => ({ ...single(name), starts: new Uint32Array(bytesOf(row(name).starts ?? Buffer.alloc(0))) })
  const order = (name: string) => ({ places: new Uint32Array(bytesOf(row(`by ${name}`).codes)), keyless: row(`by ${name}`).keyless ?? 0 })
  const each = <Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>
  return {
    ids: new Uint32Array(bytesOf(row('id').codes)),
    single: each(singleNames, single),
    multiple: each(multipleNames, multiple),
    orders: each(orderNames, order),
  }
}

/** Reads the columns once, when they are first asked for. Null: an edition published without them. */
export const peopleColumnsOf = (db: Kysely<Records>): (() => Promise<PeopleColumns | null>) => {
  const read = async (): Promise<PeopleColumns | null> => {
    const { rows: found } = await sql`SELECT 1 FROM sqlite_schema WHERE name = 'people_column'`.execute(db)
    if (found.length === 0) return null
    const { rows: names } = await sql<{ name: string }>`SELECT name FROM people_column`.execute(db)
    const kept: Kept[] = []
    for (const { name } of names) {
      const { rows } = await sql<Kept>`SELECT name, codes, starts, words, keyless FROM people_column WHERE name = ${name}`.execute(db)
      kept.push(...rows)
      // Those of a million people take a tenth of a second: others are answered meanwhile.
      await nextTurn()
    }
    return columnsFrom(kept)
  }
  let columns: Promise<PeopleColumns | null> | undefined
  return () => (columns ??= read())
}

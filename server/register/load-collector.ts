import { type Insertable, type Kysely, sql, type Updateable } from 'kysely'
import type { Evidence } from '#seed/evidence.ts'
import { type RecordTables, recordTables } from '../db/records.ts'
import type { Register } from '../db/register.ts'
import type { RootRecord } from './changeset.ts'
import { type Keys, keysAfter, type LoadedIds } from './load-keys.ts'

/** Values to be set in a row that the register has already. */
export type RowUpdate = {
  readonly table: keyof RecordTables
  readonly id: number
  readonly values: Readonly<Record<string, unknown>>
}

type Rows = { readonly [Table in keyof RecordTables]: Insertable<RecordTables[Table]>[] }

/** The rows of a batch before they are written: each has its id already, so that others can refer to it. */
export type Collector = {
  readonly rows: Rows
  readonly updates: readonly RowUpdate[]
  readonly keys: Keys
  /** The records changed, or in which something is. */
  readonly touched: () => readonly RootRecord[]
  /** Takes a row in and says which id it gets. */
  readonly add: <Table extends keyof RecordTables>(table: Table, row: Insertable<RecordTables[Table]>) => number
  readonly change: <Table extends keyof RecordTables>(
    table: Table,
    id: number,
    values: Updateable<RecordTables[Table]>,
  ) => void
  /** Takes in what says the values of a row. */
  readonly cite: (table: keyof RecordTables, id: number, evidence: readonly Evidence<string>[]) => void
  readonly touch: (table: RootRecord['table'], id: number) => void
}

/** The highest id each table ever gave out: an id is never used again, not even a deleted one's. */
const lastIds = async (db: Kysely<Register>): Promise<Map<string, number>> => {
  const { rows } = await sql<{ name: string; seq: number }>`SELECT name, seq FROM sqlite_sequence`.execute(db)
  return new Map(rows.map(({ name, seq }) => [name, seq]))
}

/** A collector whose ids go on from those of the register. They hold until its transaction ends. */
export const collectRows = async (db: Kysely<Register>, earlier: LoadedIds): Promise<Collector> => {
  const last = await lastIds(db)
  const rows = Object.fromEntries(recordTables.map((table) => [table, []])) as unknown as Rows
  const touched = new Map<string, RootRecord>()
  const updates: RowUpdate[] = []
  const keys = keysAfter(earlier)

  const add: Collector['add'] = (table, row) => {
    const id = (last.get(table) ?? 0) + 1
    last.set(table, id)
    rows[table].push({ ...row, id })
    return id
  }

  const cite: Collector['cite'] = (table, id, evidence) => {
    for (const { source, field, quote, asserts, saidBy } of evidence) {
      add('evidence', {
        source_id: keys.find('sources', source),
        record_table: table,
        record_id: id,
        field,
        quote: quote?.text ?? null,
        quote_start: quote?.start ?? null,
        quote_end: quote?.end ?? null,
        asserts,
        said_by: saidBy,
      })
    }
  }

  return {
    rows,
    updates,
    keys,
    touched: () => [...touched.values()],
    add,
    change: (table, id, values) => {
      updates.push({ table, id, values })
    },
    cite,
    touch: (table, id) => {
      touched.set(`${table} ${id}`, { table, id })
    },
  }
}

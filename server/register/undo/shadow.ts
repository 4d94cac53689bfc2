import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { type RecordTable, type Row, findRow, rowKey } from './rows.ts'

/** The register as it would be: rows read from it once, and what is put over them. Nothing is written. */
export class Shadow {
  readonly #db: Kysely<Register>
  readonly #rows = new Map<string, Row | null>()
  readonly #first = new Map<string, { readonly table: RecordTable; readonly id: number; readonly row: Row | null }>()

  constructor(db: Kysely<Register>) {
    this.#db = db
  }

  async find(table: RecordTable, id: number): Promise<Row | null> {
    const key = rowKey(table, id)
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const row = await findRow(this.#db, table, id)
    this.#rows.set(key, row)
    return row
  }

  async put(table: RecordTable, id: number, row: Row | null): Promise<void> {
    const key = rowKey(table, id)
    if (!this.#first.has(key)) this.#first.set(key, { table, id, row: await this.find(table, id) })
    this.#rows.set(key, row)
  }

  /** Every row that was put, as it is in the register and as it would be. */
  changed(): { readonly table: RecordTable; readonly id: number; readonly before: Row | null; readonly after: Row | null }[] {
    return [...this.#first.values()].map(({ table, id, row }) => ({
      table,
      id,
      before: row,
      after: this.#rows.get(rowKey(table, id)) ?? null,
    }))
  }
}

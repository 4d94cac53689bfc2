import type { Kysely, Selectable } from 'kysely'
import type { RowShape } from '#contract/record-shape.ts'
import type { RecordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'
import type { Cell } from './record-body.ts'

export type Row = Readonly<Record<string, Cell>> & { readonly id: number }
export type EvidenceRow = Selectable<RecordTables['evidence']>

/** One record as the register keeps it: its row, the rows in it by their table, and what supports them. */
export type RecordRows = {
  readonly root: Row
  readonly parts: ReadonlyMap<string, readonly Row[]>
  readonly evidence: readonly EvidenceRow[]
}

/** The column by which a row names the one it stands in. */
export const parentColumn = (within: RowShape): string => `${within.table}_id`

/** Columns as the program names them: `statusAsOf` is kept in `status_as_of`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

// The tables of a shape are alike in having an id and naming the row they stand in; Kysely cannot
// see that of a table it does not know.
const any = (db: Kysely<Register>) => db as unknown as Kysely<Record<string, Record<string, Cell> & { id: number }>>

/** Rows of a table, by a column that is one of these. */
export const findRows = async (db: Kysely<Register>, table: string, column: string, values: readonly number[]): Promise<Row[]> =>
  values.length === 0 ? [] : (any(db).selectFrom(table).where(column, 'in', values).selectAll().orderBy('id').execute() as Promise<Row[]>)

export const findEvidenceOf = async (db: Kysely<Register>, table: string, ids: readonly number[]): Promise<EvidenceRow[]> =>
  ids.length === 0
    ? []
    : db.selectFrom('evidence').where('record_table', '=', table).where('record_id', 'in', ids).selectAll().orderBy('id').execute()

const idsOf = (rows: readonly Row[]): number[] => rows.map(({ id }) => id)

/** Everything the register holds of one record, or null. */
export const findRecordRows = async (db: Kysely<Register>, shape: RowShape, id: number): Promise<RecordRows | null> => {
  const [root] = await findRows(db, shape.table, 'id', [id])
  if (!root) return null
  const parts = new Map<string, readonly Row[]>()
  const evidence = await findEvidenceOf(db, shape.table, [id])
  const collect = async (within: RowShape, ids: readonly number[]): Promise<void> => {
    for (const part of within.parts) {
      const rows = await findRows(db, part.table, parentColumn(within), ids)
      parts.set(part.table, rows)
      evidence.push(...(await findEvidenceOf(db, part.table, idsOf(rows))))
      await collect(part, idsOf(rows))
    }
  }
  await collect(shape, [id])
  return { root, parts, evidence }
}

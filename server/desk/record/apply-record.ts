import type { Transaction } from 'kysely'
import { type FieldShape, type RowShape, shapesWithin } from '#contract/record-shape.ts'
import type { Register } from '../../db/register.ts'
import type { OpenChangeset, RootRecord } from '../../register/changeset.ts'
import { dateColumns } from '../../register/load-dates.ts'
import { type WantedEvidence, evidenceRows } from './evidence-row.ts'
import { type BodyRow, type Cell, type RecordBody, evidenceOn, fieldValue, rowsOf, sourcesOf } from './record-body.ts'
import { type RecordRows, type Row, columnOf, findRecordRows, parentColumn } from './record-rows.ts'
import { enterSources } from './sources.ts'
import { syncRows } from './sync-rows.ts'
import { dateFrom } from './typed-date.ts'

type Db = Transaction<Register>
type Columns = Readonly<Record<string, Cell>>

/** Columns that follow from the others, by table: the folded text and the key of a name. */
export type Derived = Readonly<Record<string, (columns: Columns) => Columns>>

/** Columns of which no two rows of one record hold the same. */
export type UniqueColumns = Readonly<Record<string, string>>

export type Applied = { readonly derived?: Derived; readonly unique?: UniqueColumns }

const columnsOfField = (row: Readonly<Record<string, unknown>>, field: FieldShape): Columns => {
  const value = fieldValue(row, field)
  return field.type === 'date' ? dateColumns(columnOf(field.name), dateFrom(String(value))) : { [columnOf(field.name)]: value }
}

const columnsOf = (row: Readonly<Record<string, unknown>>, { fields, table }: RowShape, derived: Derived): Columns => {
  const columns: Columns = Object.assign({}, ...fields.map((field) => columnsOfField(row, field)))
  return { ...columns, ...derived[table]?.(columns) }
}

const tableOf = ({ table }: RowShape) => table as RootRecord['table']

const writeRoot = async (db: Db, shape: RowShape, columns: Columns, before: Row | undefined): Promise<number> => {
  // The columns are those of the shape's own table.
  const any = db as unknown as Transaction<Record<string, Record<string, Cell>>>
  if (!before) {
    const added = await any.insertInto(shape.table).values(columns).returning('id').executeTakeFirstOrThrow()
    return Number(added.id)
  }
  if (Object.entries(columns).some(([name, value]) => before[name] !== value)) {
    await any.updateTable(shape.table).set(columns).where('id', '=', before.id).execute()
  }
  return before.id
}

/** Takes out the rows that a body does not have any more, the inner ones first; what is left is by table. */
const dropRows = async (db: Db, shape: RowShape, rows: RecordRows | null, body: RecordBody | null): Promise<Map<string, readonly Row[]>> => {
  const left = new Map<string, readonly Row[]>()
  const keep = (within: RowShape, outer: Readonly<Record<string, unknown>> | null, parent: number): void => {
    for (const part of within.parts) {
      const wanted = outer === null ? [] : rowsOf(outer, part)
      for (const row of rows?.parts.get(part.table) ?? []) {
        const own = row[parentColumn(within)] === parent ? wanted.find(({ id }) => id === row.id) : undefined
        if (own === undefined) continue
        left.set(part.table, [...(left.get(part.table) ?? []), row])
        keep(part, own, row.id)
      }
    }
  }
  if (rows) keep(shape, body, rows.root.id)
  for (const part of shapesWithin(shape).toReversed()) {
    const kept = left.get(part.table) ?? []
    const dropped = (rows?.parts.get(part.table) ?? []).filter((row) => !kept.includes(row))
    await syncRows(db, part.table, dropped, [])
  }
  return left
}

/**
 * Makes a record what the body says, inside an open changeset; a null id is a new one. Only what
 * differs is written. Returns its number.
 */
export const applyRecord = async (
  db: Db,
  changeset: OpenChangeset,
  shape: RowShape,
  { body, id, derived = {}, unique = {} }: { readonly body: RecordBody; readonly id: number | null } & Applied,
): Promise<number> => {
  const rows = id === null ? null : await findRecordRows(db, shape, id)
  const sources = await enterSources(db, changeset, sourcesOf(body))
  const left = await dropRows(db, shape, rows, body)
  const rootId = await writeRoot(db, shape, columnsOf(body, shape, derived), rows?.root)
  const evidenceRow = evidenceRows(rows?.evidence ?? [], sources)
  const evidence: WantedEvidence[] = shape.supported.flatMap((field) =>
    evidenceOn(body, field).map(evidenceRow(shape.table, rootId, field)),
  )
  const place = async (within: RowShape, outers: readonly { readonly row: Readonly<Record<string, unknown>>; readonly id: number }[]): Promise<void> => {
    for (const part of within.parts) {
      const parent = parentColumn(within)
      const placed: BodyRow[] = []
      const wanted = outers.flatMap((outer) =>
        rowsOf(outer.row, part).map((row) => {
          placed.push(row)
          return { ...columnsOf(row, part, derived), [parent]: outer.id, id: row.id }
        }),
      )
      const existing = left.get(part.table) ?? []
      const ids = await syncRows(db, part.table, existing, wanted, { identity: [parent, ...swapped(unique[part.table], existing, wanted)] })
      const inner = placed.map((row, index) => ({ row, id: ids[index] ?? 0 }))
      for (const { row, id: rowId } of inner) {
        evidence.push(...row.evidence.map(evidenceRow(part.table, rowId, part.supported[0] ?? '')))
      }
      await place(part, inner)
    }
  }
  await place(shape, [{ row: body, id: rootId }])
  await syncRows(db, 'evidence', rows?.evidence.filter(isSayable(shape)) ?? [], evidence)
  await changeset.touch({ table: tableOf(shape), id: rootId })
  return rootId
}

/** The unique column, where a row is to get the value another still holds: such rows are entered anew. */
const swapped = (column: string | undefined, existing: readonly Row[], wanted: readonly (Columns & { readonly id: number | null })[]): string[] => {
  if (column === undefined) return []
  const held = new Map(existing.map((row) => [row[column], row.id]))
  return wanted.some((row) => held.has(row[column] ?? null) && held.get(row[column] ?? null) !== row.id) ? [column] : []
}

/** Evidence that a body can say: the rest is left as it is. */
const isSayable =
  ({ table, supported }: RowShape) =>
  (row: { readonly record_table: string; readonly field: string }): boolean =>
    row.record_table !== table || supported.includes(row.field)

/** Takes a record and everything in it out of the register; the history keeps it. */
export const removeRecord = async (db: Db, changeset: OpenChangeset, shape: RowShape, id: number): Promise<void> => {
  const rows = await findRecordRows(db, shape, id)
  if (!rows) return
  await syncRows(db, 'evidence', rows.evidence, [])
  await dropRows(db, shape, rows, null)
  await db.deleteFrom(tableOf(shape)).where('id', '=', id).execute()
  await changeset.touch({ table: tableOf(shape), id })
}

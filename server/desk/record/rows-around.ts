import { type Kysely, sql } from 'kysely'
import type { RowShape } from '#contract/record-shape.ts'
import type { Register } from '../../db/register.ts'
import { type EvidenceRow, type RecordRows, type Row, findRecordRows, parentColumn } from './record-rows.ts'

type Sides = { readonly before: Row | null; readonly after: Row | null }
type Net = ReadonlyMap<number, Sides>

/** The rows of one table that a changeset wrote, where they stand in one of these; as they were before it and after it. */
const findNet = async (
  db: Kysely<Register>,
  changesetId: number,
  table: string,
  within: { readonly column: string; readonly ids: readonly number[] } | null,
): Promise<Net> => {
  const column = within?.column ?? 'id'
  const changes = await db
    .selectFrom('change')
    .innerJoin('change_value', 'change_value.change_id', 'change.id')
    .where('changeset_id', '=', changesetId)
    .where('table_name', '=', table)
    .$if(within !== null, (query) =>
      query.where(
        sql<boolean>`(value ->> ${`$.before.${column}`} IN (${sql.join(within?.ids ?? [])}) OR value ->> ${`$.after.${column}`} IN (${sql.join(within?.ids ?? [])}))`,
      ),
    )
    .select(['record_id', 'value'])
    .orderBy('change.id')
    .execute()
  const net = new Map<number, Sides>()
  for (const { record_id: id, value } of changes) {
    const sides = JSON.parse(value) as Sides
    const first = net.get(id)
    net.set(id, { before: first ? first.before : sides.before, after: sides.after })
  }
  return net
}

const around = (net: Net, present: readonly Row[], side: keyof Sides): Row[] => {
  const untouched = present.filter((row) => !net.has(row.id))
  const then = [...net.values()].flatMap((sides) => sides[side] ?? [])
  return [...untouched, ...then].toSorted((a, b) => a.id - b.id)
}

/**
 * A record before and after a changeset. Rows it did not touch are given as they are now on both
 * sides, so they make no difference. A side is null where the record was not there, or where what
 * is left of the history does not say.
 */
export const findRecordAround = async (
  db: Kysely<Register>,
  shape: RowShape,
  changesetId: number,
  id: number,
): Promise<{ readonly before: RecordRows | null; readonly after: RecordRows | null }> => {
  const present = await findRecordRows(db, shape, id)
  const root = await findNet(db, changesetId, shape.table, { column: 'id', ids: [id] })
  const nets = new Map<string, Net>()
  const collect = async (outer: RowShape, ids: readonly number[]): Promise<void> => {
    for (const part of outer.parts) {
      if (ids.length === 0) continue
      const net = await findNet(db, changesetId, part.table, { column: parentColumn(outer), ids })
      nets.set(part.table, net)
      await collect(part, [...new Set([...(present?.parts.get(part.table) ?? []).map((row) => row.id), ...net.keys()])])
    }
  }
  await collect(shape, [id])
  const evidence = await findNet(db, changesetId, 'evidence', null)
  const on = (side: keyof Sides): RecordRows | null => {
    const [own] = around(root, present ? [present.root] : [], side)
    if (!own) return null
    const parts = new Map<string, Row[]>()
    const known = new Set([`${shape.table} ${id}`])
    for (const [table, net] of nets) {
      const rows = around(net, present?.parts.get(table) ?? [], side)
      parts.set(table, rows)
      for (const row of rows) known.add(`${table} ${row.id}`)
    }
    // Rows of evidence, as history keeps them and as the table has them.
    const all = around(evidence, (present?.evidence ?? []) as unknown as readonly Row[], side) as unknown as EvidenceRow[]
    return { root: own, parts, evidence: all.filter((row) => known.has(`${row.record_table} ${row.record_id}`)) }
  }
  return { before: on('before'), after: on('after') }
}

import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { RootRecord } from '../changeset.ts'
import { type Plan, Planner } from './plan.ts'
import { findRecordChanges } from './record-rows.ts'
import { rootOf } from './roots.ts'
import { type RecordTable, type Row, type RowChange, columnsThatDiffer } from './rows.ts'

/** What the public is shown of a person, and whom they were merged into, are acts of their own: an older version does not bring them back. */
const neverRestored: Readonly<Partial<Record<RecordTable, readonly string[]>>> = { detainee: ['visibility', 'merged_into'] }

/** What is added goes in after what it is part of, and comes out before it. */
const order: readonly RecordTable[] = [
  'source',
  'detainee',
  'release_event',
  'sanctions_action',
  'detention',
  'detainee_citizenship',
  'detainee_name',
  'charge',
  'sentence',
  'recognition',
  'release_count',
  'release_person',
  'release_sanction',
  'event_note',
  'evidence',
]
const byOrder = (a: Wanted, b: Wanted): number => order.indexOf(a.table) - order.indexOf(b.table) || a.id - b.id

type Wanted = { readonly table: RecordTable; readonly id: number; readonly row: Row | null; readonly redacted: boolean }

/** Each row of the record as a changeset left it; null for one that was not there. */
const rowsAt = (changes: readonly RowChange[], changesetId: number): Wanted[] =>
  [...Map.groupBy(changes, ({ table, row }) => `${table} ${row}`).values()].flatMap((ofRow) => {
    const [{ table, row: id } = { table: null, row: 0 }] = ofRow
    const last = ofRow.findLast(({ changeset }) => changeset <= changesetId)
    return table === null ? [] : [{ table, id, row: last?.after ?? null, redacted: last?.redacted ?? false }]
  })

const without = (table: RecordTable, row: Row): Row => {
  const left = neverRestored[table] ?? []
  return Object.fromEntries(Object.entries(row).filter(([column]) => !left.includes(column)))
}

/**
 * What making a record again what it was after a changeset would write: its row, the rows in it
 * and their evidence. Rows keep or get back their numbers. A row that belongs to another record
 * by now collides.
 */
export const planRestore = async (db: Kysely<Register>, root: RootRecord, changesetId: number): Promise<Plan> => {
  const planner = new Planner(db)
  const wanted = rowsAt(await findRecordChanges(db, root), changesetId).toSorted(byOrder)
  const isOfRecord = async (table: RecordTable, id: number, row: Row): Promise<boolean> => {
    const found = await rootOf(planner.shadow, table, id, row)
    return found === null || (found.table === root.table && found.id === root.id)
  }
  const present = []
  for (const item of wanted) {
    const now = await planner.shadow.find(item.table, item.id)
    if (item.redacted) planner.collide(item.table, item.id, 'redacted')
    else if (now !== null && !(await isOfRecord(item.table, item.id, now))) {
      // It moved away since; or it was never here at the time, and is passed over.
      if (item.row !== null) planner.collide(item.table, item.id, 'changed', ['record'])
    } else present.push({ ...item, now })
  }
  for (const { table, id, row, now } of present.toReversed()) {
    if (now !== null && row === null) await planner.add({ op: 'delete', table, id })
  }
  const updates = present.flatMap(({ table, id, row, now }) => {
    if (row === null || now === null) return []
    const columns = columnsThatDiffer(now, without(table, row))
    return columns.length === 0 ? [] : [{ table, id, columns: Object.fromEntries(columns.map((name) => [name, row[name] ?? null])) }]
  })
  // What is used or primary gives that up before another takes it.
  const givesUp = ({ columns }: { readonly columns: Row }): boolean =>
    ('state' in columns && columns['state'] !== 'used') || ('kind' in columns && columns['kind'] !== 'primary')
  for (const update of [...updates.filter(givesUp), ...updates.filter((other) => !givesUp(other))]) {
    await planner.add({ op: 'update', ...update })
  }
  for (const { table, id, row, now } of present) {
    if (row !== null && now === null) await planner.add({ op: 'insert', table, id, row })
  }
  return planner.finish()
}

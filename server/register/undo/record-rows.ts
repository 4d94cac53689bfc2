import { type Kysely, sql } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { RootRecord } from '../changeset.ts'
import { type PartTable, partOf } from './roots.ts'
import { type RecordTable, type RowChange, findChangesOf, readChanges } from './rows.ts'

/*
 * Everything that ever belonged to a record: rows that are there, rows that were taken out, and
 * rows that moved to another record.
 */

/** Changesets that touched a record, the newest first. */
export const findTouches = async (db: Kysely<Register>, { table, id }: RootRecord): Promise<number[]> => {
  const rows = await db
    .selectFrom('record_touch')
    .where('record_table', '=', table)
    .where('record_id', '=', id)
    .select('changeset_id')
    .orderBy('changeset_id', 'desc')
    .execute()
  return rows.map((row) => row.changeset_id)
}

const idsIn = async (db: Kysely<Register>, table: RecordTable, column: string, ids: readonly number[]): Promise<number[]> => {
  const list = JSON.stringify(ids)
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM ${sql.table(table)} WHERE ${sql.ref(column)} IN (SELECT value FROM json_each(${list}))`.execute(db)
  return rows.map(({ id }) => id)
}

/** Changes that removed or moved rows, in the changesets that touched the record: few, where an import adds many. */
const findRemovals = async (db: Kysely<Register>, changesets: readonly number[]): Promise<RowChange[]> => {
  const list = JSON.stringify(changesets)
  const { rows } = await sql<{ id: number; changeset: number; table: string; row: number; op: string; value: string | null }>`
    SELECT change.id, changeset_id AS changeset, table_name AS "table", record_id AS "row", op, value
    FROM change LEFT JOIN change_value ON change_value.change_id = change.id
    WHERE changeset_id IN (SELECT value FROM json_each(${list})) AND op IN ('update', 'delete')`.execute(db)
  return readChanges(rows)
}

type Rows = ReadonlyMap<RecordTable, ReadonlySet<number>>

/** Numbers of the rows that are, or were, part of a record or evidence for anything in it, by table. */
const findRowsEver = async (db: Kysely<Register>, root: RootRecord): Promise<Rows> => {
  const removals = await findRemovals(db, await findTouches(db, root))
  const found = new Map<RecordTable, Set<number>>([[root.table, new Set([root.id])]])
  const findParts = async (parent: RecordTable): Promise<void> => {
    const parents = [...(found.get(parent) ?? [])]
    for (const [table, { parent: above, column }] of Object.entries(partOf) as [PartTable, (typeof partOf)[PartTable]][]) {
      if (above !== parent) continue
      const isIn = new Set<unknown>(parents)
      const once = removals.filter(
        (change) => change.table === table && (isIn.has(change.before?.[column]) || isIn.has(change.after?.[column])),
      )
      found.set(table, new Set([...(await idsIn(db, table, column, parents)), ...once.map(({ row }) => row)]))
      await findParts(table)
    }
  }
  await findParts(root.table)
  const evidence = new Set<number>()
  for (const [table, ids] of found) {
    const { rows } = await sql<{ id: number }>`SELECT id FROM evidence WHERE record_table = ${table}
      AND record_id IN (SELECT value FROM json_each(${JSON.stringify([...ids])}))`.execute(db)
    for (const { id } of rows) evidence.add(id)
    for (const { table: of, row, before, after } of removals) {
      if (of !== 'evidence') continue
      if ([before, after].some((side) => side?.['record_table'] === table && ids.has(Number(side['record_id'])))) evidence.add(row)
    }
  }
  found.set('evidence', evidence)
  return found
}

/** Everything that ever happened to a record and to anything in it, in its order. */
export const findRecordChanges = async (db: Kysely<Register>, root: RootRecord): Promise<RowChange[]> => {
  const changes: RowChange[] = []
  for (const [table, ids] of await findRowsEver(db, root)) changes.push(...(await findChangesOf(db, table, [...ids])))
  return changes.toSorted((a, b) => a.id - b.id)
}


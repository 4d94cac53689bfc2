import type { Transaction } from 'kysely'
import type { Register } from '../../db/register.ts'
import { insertRow } from '../../register/insert-row.ts'

type Columns = Readonly<Record<string, string | number | null>>

const columnsOf = (row: Columns): Columns => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'id'))

const differs = (row: Columns, columns: Columns): boolean =>
  Object.entries(columns).some(([name, value]) => (row[name] ?? null) !== value)

/**
 * Makes the rows of a table what they should be: removes those no longer wanted, updates
 * those that differ, adds new ones. Rows that already are as wanted are not touched, so
 * that the history says only what changed. A kept row whose `identity` columns change is
 * another row: it is removed and added anew, which also keeps unique columns apart.
 * Returns the number of each wanted row, in their order.
 */
export const syncRows = async (
  db: Transaction<Register>,
  table: string,
  existing: readonly (Columns & { readonly id: number })[],
  wanted: readonly (Columns & { readonly id: number | null })[],
  options: { readonly identity?: readonly string[]; readonly first?: (row: Columns) => boolean } = {},
): Promise<number[]> => {
  // The tables are alike in having an id; the columns are those of the rows given.
  const any = db as unknown as Transaction<Record<string, Record<string, string | number | null>>>
  const byId = new Map(existing.map((row) => [row.id, row]))
  const keeps = (row: Columns & { readonly id: number | null }) => {
    const old = row.id === null ? undefined : byId.get(row.id)
    return old && (options.identity ?? []).every((name) => old[name] === row[name]) ? old : undefined
  }
  const kept = new Set(wanted.map((row) => keeps(row)?.id))
  for (const row of existing) {
    if (!kept.has(row.id)) await any.deleteFrom(table).where('id', '=', row.id).execute()
  }
  const goesFirst = options.first ?? (() => true)
  const updates = wanted.filter((row) => keeps(row))
  for (const row of [...updates.filter(goesFirst), ...updates.filter((update) => !goesFirst(update))]) {
    const columns = columnsOf(row)
    const old = keeps(row)
    if (old && differs(old, columns)) await any.updateTable(table).set(columns).where('id', '=', old.id).execute()
  }
  const ids: number[] = []
  for (const row of wanted) {
    const old = keeps(row)
    ids.push(old?.id ?? (await insertRow(db, table, columnsOf(row))))
  }
  return ids
}

import type { RootRecord } from '../changeset.ts'
import type { Shadow } from './shadow.ts'
import { type RecordTable, type Row, isRecordTable } from './rows.ts'

/** The column that says in which row a row is, by table: what is part of a record. */
export const partOf = {
  release_count: { parent: 'release_event', column: 'release_event_id' },
  release_person: { parent: 'release_event', column: 'release_event_id' },
  release_sanction: { parent: 'release_event', column: 'release_event_id' },
  event_note: { parent: 'release_event', column: 'release_event_id' },
  detainee_name: { parent: 'detainee', column: 'detainee_id' },
  detainee_citizenship: { parent: 'detainee', column: 'detainee_id' },
  detention: { parent: 'detainee', column: 'detainee_id' },
  recognition: { parent: 'detainee', column: 'detainee_id' },
  charge: { parent: 'detention', column: 'detention_id' },
  sentence: { parent: 'detention', column: 'detention_id' },
} as const satisfies Partial<Record<RecordTable, { readonly parent: RecordTable; readonly column: string }>>

export type PartTable = keyof typeof partOf

export const isPart = (table: string): table is PartTable => Object.hasOwn(partOf, table)

const rootTables = ['release_event', 'detainee', 'sanctions_action', 'source'] as const
export const isRoot = (table: string): table is RootRecord['table'] => (rootTables as readonly string[]).includes(table)

/** Where a row hangs: the row it is part of, or that it is evidence for. Null for a record and for a destination. */
export const parentOf = (table: RecordTable, row: Row): { readonly table: RecordTable; readonly id: number } | null => {
  if (isPart(table)) return { table: partOf[table].parent, id: Number(row[partOf[table].column]) }
  const on = String(row['record_table'])
  return table === 'evidence' && isRecordTable(on) ? { table: on, id: Number(row['record_id']) } : null
}

/** The record that a row belongs to, as the shadow has it; null for a row of none. */
export const rootOf = async (shadow: Shadow, table: RecordTable, id: number, row: Row): Promise<RootRecord | null> => {
  if (isRoot(table)) return { table, id }
  const parent = parentOf(table, row)
  if (parent === null) return null
  if (isRoot(parent.table)) return { table: parent.table, id: parent.id }
  const above = await shadow.find(parent.table, parent.id)
  return above === null ? null : rootOf(shadow, parent.table, parent.id, above)
}

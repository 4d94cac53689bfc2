import type Database from 'better-sqlite3'
import type { RecordTables } from '../db/records.ts'

/*
 * The record that a row belongs to, as readers and staff know it: a quote belongs to the event
 * whose number it supports.
 */

type Owner = { readonly record: string; readonly page: string }
type Table = keyof RecordTables

const records: Readonly<Partial<Record<Table, (id: number) => Owner>>> = {
  detainee: (id) => ({ record: `D-${id}`, page: `/detainees/${id}` }),
  release_event: (id) => ({ record: `R-${id}`, page: `/release-events/${id}` }),
  sanctions_action: (id) => ({ record: `S-${id}`, page: `/sanctions-actions/${id}` }),
  source: (id) => ({ record: `SRC-${id}`, page: `/sources/${id}` }),
}

/** By which column a row hangs on another. */
const parents: Readonly<Partial<Record<Table, readonly [table: Table, column: string]>>> = {
  detainee_citizenship: ['detainee', 'detainee_id'],
  detainee_name: ['detainee', 'detainee_id'],
  detention: ['detainee', 'detainee_id'],
  recognition: ['detainee', 'detainee_id'],
  charge: ['detention', 'detention_id'],
  sentence: ['detention', 'detention_id'],
  release_count: ['release_event', 'release_event_id'],
  release_person: ['release_event', 'release_event_id'],
  release_sanction: ['release_event', 'release_event_id'],
  event_note: ['release_event', 'release_event_id'],
}

const valueOf = (raw: Database.Database, table: Table, column: string, id: number): string | number | null =>
  raw.prepare<[number], string | number | null>(`SELECT ${column} FROM ${table} WHERE id = ?`).pluck().get(id) ?? null

/** The row that a row hangs on in the end: a record's own, where it is part of one. */
export const rootRowOf = (raw: Database.Database, table: Table, id: number): { readonly table: Table; readonly id: number } => {
  if (table === 'evidence') {
    const on = valueOf(raw, table, 'record_table', id)
    const held = on === null ? null : valueOf(raw, table, 'record_id', id)
    if (held !== null) return rootRowOf(raw, on as Table, Number(held))
  }
  const [parent, column] = parents[table] ?? []
  return parent === undefined || column === undefined ? { table, id } : rootRowOf(raw, parent, Number(valueOf(raw, table, column, id)))
}

export const ownerOf = (raw: Database.Database, table: Table, id: number): Owner => {
  const root = rootRowOf(raw, table, id)
  return records[root.table]?.(root.id) ?? { record: `${root.table} ${root.id}`, page: '/history' }
}

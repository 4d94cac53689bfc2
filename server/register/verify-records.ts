import type Database from 'better-sqlite3'
import { columnsIn, rowAsJson } from '../db/history-triggers.ts'
import { recordTables } from '../db/records.ts'
import { redactedChanges } from './redacted-changes.ts'
import type { Finding } from './verify-finding.ts'

type Values = Readonly<Record<string, unknown>>

/** What each column holds when nobody said anything: of columns that were added after a row was recorded. */
const defaultsOf = (raw: Database.Database, table: string): Values => {
  const columns = raw
    .prepare<[string], { name: string; value: string | null }>('SELECT name, dflt_value AS value FROM pragma_table_info(?)')
    .all(table)
  const parts = columns.map(({ name, value }) => `'${name}', ${value ?? 'NULL'}`)
  return JSON.parse(raw.prepare<[], { row: string }>(`SELECT json_object(${parts.join(', ')}) AS row`).get()?.row ?? '{}') as Values
}

/** Whether a row is as it was recorded, columns that the table had then; later ones hold what they were made with. */
const isAsRecorded = (now: string, recorded: string | null, defaults: () => Values): boolean => {
  if (now === recorded) return true
  if (recorded === null) return false
  const [current, before] = [JSON.parse(now) as Values, JSON.parse(recorded) as Values]
  const known = Object.keys(before).every((column) => column in current)
  return known && Object.entries(current).every(([column, value]) => value === (column in before ? before[column] : defaults()[column]))
}

/** The last recorded state of each record against the record itself. */
export const verifyRecords = (raw: Database.Database): { findings: Finding[]; records: number } => {
  const findings: Finding[] = []
  let records = 0
  const redacted = redactedChanges(raw)
  for (const table of [...recordTables, 'changeset'] as const) {
    const columns = columnsIn(raw, table)
    // An older register, looked at before it is brought to this version, lacks what came later.
    if (columns.length === 0) continue
    let made: Values | null = null
    const defaults = (): Values => (made ??= defaultsOf(raw, table))
    const current = new Map(
      raw
        .prepare<[], { id: number; state: string }>(`SELECT id, ${rowAsJson(columns, table)} AS state FROM ${table}`)
        .all()
        .map((row) => [row.id, row.state]),
    )
    records += current.size
    const recorded = raw
      .prepare<[string], { change_id: number; record_id: number; op: string; state: string | null }>(
        `SELECT change.id AS change_id, change.record_id, change.op, json_extract(change_value.value, '$.after') AS state
         FROM change LEFT JOIN change_value ON change_value.change_id = change.id
         WHERE change.id IN (SELECT MAX(id) FROM change WHERE table_name = ? GROUP BY record_id)`,
      )
      .all(table)
    for (const { change_id: change, record_id: id, op, state } of recorded) {
      const now = current.get(id)
      current.delete(id)
      if (op === 'delete' && now !== undefined) {
        findings.push({ what: 'record', message: `${table} ${id} is there although its history says it was removed.` })
      } else if (op !== 'delete' && now === undefined) {
        findings.push({ what: 'record', message: `${table} ${id} is gone although its history does not say so.` })
      } else if (op !== 'delete' && now !== undefined && !redacted.has(change) && !isAsRecorded(now, state, defaults)) {
        findings.push({ what: 'record', message: `${table} ${id} is not as its history last recorded it.` })
      }
    }
    for (const id of current.keys()) {
      findings.push({ what: 'record', message: `${table} ${id} has no history: it was not entered through Habeas.` })
    }
  }
  return { findings, records }
}

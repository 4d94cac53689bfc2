import type Database from 'better-sqlite3'
import { columnsIn, rowAsJson } from '../db/history-triggers.ts'
import { recordTables } from '../db/records.ts'
import { redactedChanges } from './redacted-changes.ts'
import type { Finding } from './verify-finding.ts'

/** The last recorded state of each record against the record itself. */
export const verifyRecords = (raw: Database.Database): { findings: Finding[]; records: number } => {
  const findings: Finding[] = []
  let records = 0
  const redacted = redactedChanges(raw)
  for (const table of [...recordTables, 'changeset'] as const) {
    const columns = columnsIn(raw, table)
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
      } else if (op !== 'delete' && !redacted.has(change) && now !== state) {
        findings.push({ what: 'record', message: `${table} ${id} is not as its history last recorded it.` })
      }
    }
    for (const id of current.keys()) {
      findings.push({ what: 'record', message: `${table} ${id} has no history: it was not entered through Habeas.` })
    }
  }
  return { findings, records }
}

import { existsSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { columnsIn, rowAsJson } from '../db/history-triggers.ts'
import { recordTables } from '../db/records.ts'
import { editionFile } from '../editions/edition-index.ts'
import { hashFile } from '../editions/make-edition.ts'
import { chainOf, chainStart, digestOf } from './hash.ts'

/** One thing that is not as history recorded it. */
export type Finding = {
  readonly what: 'integrity' | 'altered' | 'deleted' | 'inserted' | 'chain' | 'record' | 'edition'
  readonly message: string
}

export type Verification = {
  readonly findings: readonly Finding[]
  readonly changes: number
  /** Values that a redaction took away, with their digest kept: expected, not a finding. */
  readonly redacted: number
  readonly records: number
  readonly editions: number
}

type ChangeRow = {
  readonly id: number
  readonly changeset_id: number
  readonly table_name: string
  readonly record_id: number
  readonly op: string
  readonly digest: string | null
  readonly chain: string | null
  readonly salt: Uint8Array | null
  readonly value: string | null
}

/** Changes whose value a redaction changeset took away, as the chain itself records. */
const redactedChanges = (raw: Database.Database): ReadonlySet<number> =>
  new Set(
    raw
      .prepare<[], { record_id: number }>(
        `SELECT change.record_id FROM change JOIN changeset ON changeset.id = change.changeset_id
         WHERE change.op = 'redact' AND change.table_name = 'change' AND changeset.kind = 'redaction'`,
      )
      .all()
      .map((row) => row.record_id),
  )

const verifyChain = (raw: Database.Database): Omit<Verification, 'records' | 'editions'> => {
  const redacted = redactedChanges(raw)
  const findings: Finding[] = []
  let head = chainStart
  let last = 0
  let changes = 0
  let withoutValue = 0
  const rows = raw
    .prepare<[], ChangeRow>(
      `SELECT change.id, change.changeset_id, change.table_name, change.record_id, change.op, change.digest, change.chain,
         change_value.salt, change_value.value
       FROM change LEFT JOIN change_value ON change_value.change_id = change.id ORDER BY change.id`,
    )
    .iterate()
  for (const row of rows) {
    changes += 1
    if (row.id !== last + 1) {
      findings.push({ what: 'deleted', message: `Changes ${last + 1} to ${row.id - 1} are missing from the history.` })
    }
    last = row.id
    if (row.digest === null || row.chain === null) {
      findings.push({ what: 'inserted', message: `Change ${row.id} was never sealed: it was not made by Habeas.` })
      continue
    }
    const expected = chainOf(head, { ...row, digest: row.digest })
    if (expected !== row.chain) {
      findings.push({ what: 'chain', message: `Change ${row.id} does not follow from the one before it.` })
    }
    head = row.chain
    if (row.salt === null || row.value === null) {
      if (redacted.has(row.id)) withoutValue += 1
      else findings.push({ what: 'deleted', message: `The value of change ${row.id} is gone, and no redaction says why.` })
    } else if (digestOf(row.salt, row.value) !== row.digest) {
      findings.push({ what: 'altered', message: `The value of change ${row.id} (${row.table_name} ${row.record_id}) was altered.` })
    }
  }
  const sequence = raw.prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'change'").get()
  if (sequence && sequence.seq > last) {
    findings.push({ what: 'deleted', message: `Changes ${last + 1} to ${sequence.seq} are missing from the end of the history.` })
  }
  const strays = raw
    .prepare<[], { id: number }>('SELECT change_id AS id FROM change_value WHERE change_id NOT IN (SELECT id FROM change)')
    .all()
  for (const { id } of strays) {
    findings.push({ what: 'inserted', message: `A value is kept for change ${id}, which is not in the history.` })
  }
  return { findings, changes, redacted: withoutValue }
}

/** The last recorded state of each record against the record itself. */
const verifyRecords = (raw: Database.Database): { findings: Finding[]; records: number } => {
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

const verifyEditions = async (
  raw: Database.Database,
  editionsDir: string,
): Promise<{ findings: Finding[]; editions: number }> => {
  const findings: Finding[] = []
  const rows = raw
    .prepare<[], { number: number; revision: number; sha256: string; chain: string }>(
      `SELECT number, revision, sha256, chain FROM edition AS one
       WHERE revision = (SELECT MAX(revision) FROM edition AS other WHERE other.number = one.number) ORDER BY number`,
    )
    .all()
  const isInChain = raw.prepare<[string], { id: number }>('SELECT id FROM change WHERE chain = ?')
  for (const row of rows) {
    const label = `${row.number}.${row.revision}`
    const file = editionFile(editionsDir, row)
    if (!existsSync(file)) findings.push({ what: 'edition', message: `The file of edition ${label} is missing.` })
    else if ((await hashFile(file)) !== row.sha256) {
      findings.push({ what: 'edition', message: `The file of edition ${label} is not the one that was published.` })
    }
    if (!isInChain.get(row.chain)) {
      findings.push({ what: 'edition', message: `Edition ${label} was made from a history that is not this one.` })
    }
  }
  return { findings, editions: rows.length }
}

/**
 * Holds the register to its own history: integrity, the chain and its values, every record
 * against its last recorded state, and every edition against its hash. Nothing is written.
 */
export const verifyRegister = async (raw: Database.Database, editionsDir: string): Promise<Verification> => {
  const integrity: unknown = raw.pragma('integrity_check', { simple: true })
  const damage: Finding[] =
    integrity === 'ok' ? [] : [{ what: 'integrity', message: `The file is damaged: ${String(integrity)}` }]
  const chain = verifyChain(raw)
  const records = verifyRecords(raw)
  const editions = await verifyEditions(raw, editionsDir)
  return {
    findings: [...damage, ...chain.findings, ...records.findings, ...editions.findings],
    changes: chain.changes,
    redacted: chain.redacted,
    records: records.records,
    editions: editions.editions,
  }
}

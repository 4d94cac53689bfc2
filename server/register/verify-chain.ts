import type Database from 'better-sqlite3'
import { chainOf, chainStart, digestOf } from './hash.ts'
import { redactedChanges } from './redacted-changes.ts'
import type { Finding } from './verify-finding.ts'

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

export type VerifiedChain = {
  readonly findings: readonly Finding[]
  readonly changes: number
  /** Values that a redaction took away, with their digest kept: expected, not a finding. */
  readonly redacted: number
}

/** The change before the last `changes` of them, from which the chain goes on; the beginning where there are no more. */
const startOf = (raw: Database.Database, changes: number): { id: number; chain: string } =>
  raw
    .prepare<[number], { id: number; chain: string }>('SELECT id, chain FROM change WHERE chain IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?')
    .get(changes) ?? { id: 0, chain: chainStart }

/** Every link of the history and every value it keeps; with `last`, only that many changes at its end. */
export const verifyChain = (raw: Database.Database, only: { readonly last?: number } = {}): VerifiedChain => {
  const redacted = redactedChanges(raw)
  const findings: Finding[] = []
  const start = only.last === undefined ? { id: 0, chain: chainStart } : startOf(raw, only.last)
  let head = start.chain
  let last = start.id
  let changes = 0
  let withoutValue = 0
  const rows = raw
    .prepare<[number], ChangeRow>(
      `SELECT change.id, change.changeset_id, change.table_name, change.record_id, change.op, change.digest, change.chain,
         change_value.salt, change_value.value
       FROM change LEFT JOIN change_value ON change_value.change_id = change.id
       WHERE change.id > ? ORDER BY change.id`,
    )
    .iterate(start.id)
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

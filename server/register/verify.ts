import { setTimeout } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { type HeadLine, readHeads } from './heads.ts'
import { verifyChain, type VerifiedChain } from './verify-chain.ts'
import { verifyEditions } from './verify-editions.ts'
import type { Finding } from './verify-finding.ts'
import { type TrustedKeys, verifyHeads } from './verify-heads.ts'
import { verifyRecords } from './verify-records.ts'
import { verifySchema } from './verify-schema.ts'

export type Verification = VerifiedChain & { readonly records: number; readonly editions: number }

export type Signatures = { readonly headsFile: string; readonly trusted: TrustedKeys }

type Asked = {
  /** Null: editions are not looked at. */
  readonly editionsDir: string | null
  /** Without them, nothing signed is looked at: as for a register in memory. */
  readonly signatures?: Signatures | undefined
  /** The end of the history and the sizes of editions only: for a start, which nobody should wait for. */
  readonly quick?: boolean
}

/** Changes at the end of the history that a quick verification reads. */
const quickChanges = 2000

const verifyIntegrity = (raw: Database.Database): Finding[] => {
  const damaged = (how: string): Finding[] => [{ what: 'integrity', message: `The file is damaged: ${how}` }]
  try {
    const integrity: unknown = raw.pragma('integrity_check', { simple: true })
    return integrity === 'ok' ? [] : damaged(String(integrity))
  } catch (error) {
    return damaged(error instanceof Error ? error.message : 'it cannot be read')
  }
}

/** Runs `read` over one moment of the file, so that what is written meanwhile is no finding. */
const atOneMoment = async <Result>(raw: Database.Database, read: () => Promise<Result>): Promise<Result> => {
  raw.exec('BEGIN')
  try {
    return await read()
  } finally {
    raw.exec('ROLLBACK')
  }
}

/** A revision that is under way has its old file taken away a moment after its new one is recorded. */
const lookAgainMs = 1000

const verifyEditionsPatiently = async (...[raw, checked]: Parameters<typeof verifyEditions>): ReturnType<typeof verifyEditions> => {
  const first = await verifyEditions(raw, checked)
  if (first.findings.length === 0) return first
  await setTimeout(lookAgainMs)
  return verifyEditions(raw, checked)
}

/**
 * Holds the register to its own history: integrity, tables and triggers, the chain and its
 * values, signed heads, every record against its last recorded state, and every edition against
 * its hash and signature. Nothing is written. Take a connection that nobody else uses.
 */
export const verifyRegister = async (raw: Database.Database, { editionsDir, signatures, quick = false }: Asked): Promise<Verification> => {
  // Read before the register is: a head signed meanwhile would look as if it were missing there.
  const lines: HeadLine[] = signatures === undefined ? [] : await readHeads(signatures.headsFile)
  const register = await atOneMoment(raw, async () => {
    const damage = quick ? [] : verifyIntegrity(raw)
    if (damage.length > 0) return { findings: damage, changes: 0, redacted: 0, records: 0 }
    const schema = await verifySchema(raw)
    const chain = verifyChain(raw, quick ? { last: quickChanges } : {})
    const heads = signatures === undefined ? [] : verifyHeads(raw, lines, signatures.trusted)
    const records = quick ? { findings: [], records: 0 } : verifyRecords(raw)
    return { ...chain, records: records.records, findings: [...schema, ...chain.findings, ...heads, ...records.findings] }
  })
  if (register.findings.some(({ what }) => what === 'integrity')) return { ...register, editions: 0 }
  if (editionsDir === null) return { ...register, editions: 0 }
  const editions = await verifyEditionsPatiently(raw, { editionsDir, trusted: signatures?.trusted, quick })
  return { ...register, findings: [...register.findings, ...editions.findings], editions: editions.editions }
}

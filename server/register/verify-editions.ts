import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { sealedText } from '#contract/editions.ts'
import { editionFile } from '../editions/edition-index.ts'
import { hashFile } from '../editions/edition-file.ts'
import { isSigned } from './signing-key.ts'
import type { Finding } from './verify-finding.ts'
import { isTrusted, signedByAnother, type TrustedKeys } from './verify-heads.ts'

type EditionRow = {
  readonly id: number
  readonly number: number
  readonly revision: number
  readonly published_at: string
  readonly sha256: string
  readonly bytes: number
  readonly chain: string
  readonly signature: string | null
  readonly signing_key: string | null
}

type Checked = {
  readonly editionsDir: string
  /** Without it, signatures are not looked at. */
  readonly trusted?: TrustedKeys | undefined
  /** Sizes only: a file is not read. */
  readonly quick?: boolean | undefined
}

const fileFinding = async (row: EditionRow, label: string, { editionsDir, quick }: Checked): Promise<string | null> => {
  const file = editionFile(editionsDir, row)
  if (!existsSync(file)) return `The file of edition ${label} is missing.`
  const isSame = quick === true ? (await stat(file)).size === row.bytes : (await hashFile(file)) === row.sha256
  return isSame ? null : `The file of edition ${label} is not the one that was published.`
}

const sealFinding = (row: EditionRow, label: string, trusted: TrustedKeys | undefined, lastSealed: number): string | null => {
  if (trusted === undefined || row.id > lastSealed) return null
  const { signature, signing_key: key, sha256, chain, published_at: publishedAt } = row
  if (signature === null || key === null) return `The signature of edition ${label} is gone.`
  if (!isTrusted(key, trusted)) return signedByAnother(`Edition ${label}`, key)
  const holds = isSigned(sealedText({ label, sha256, chain, publishedAt }), signature, key)
  return holds ? null : `What is recorded of edition ${label} is not what was signed.`
}

/** The newest revision of every edition against its hash, its signature and the history it was made from. */
export const verifyEditions = async (raw: Database.Database, checked: Checked): Promise<{ findings: Finding[]; editions: number }> => {
  const rows = raw
    .prepare<[], EditionRow>(
      `SELECT id, number, revision, published_at, sha256, bytes, chain, signature, signing_key FROM edition AS one
       WHERE revision = (SELECT MAX(revision) FROM edition AS other WHERE other.number = one.number) ORDER BY number`,
    )
    .all()
  const isInChain = raw.prepare<[string], { id: number }>('SELECT id FROM change WHERE chain = ?')
  // One that was published a moment ago is signed in a moment.
  const { last } = raw.prepare<[], { last: number | null }>('SELECT MAX(id) AS last FROM edition WHERE signature IS NOT NULL').get() ?? { last: null }
  const messages: (string | null)[] = []
  for (const row of rows) {
    const label = `${row.number}.${row.revision}`
    messages.push(await fileFinding(row, label, checked), sealFinding(row, label, checked.trusted, last ?? 0))
    if (!isInChain.get(row.chain)) messages.push(`Edition ${label} was made from a history that is not this one.`)
  }
  const findings = messages.flatMap((message) => (message === null ? [] : [{ what: 'edition' as const, message }]))
  return { findings, editions: rows.length }
}

import { createHash } from 'node:crypto'

export const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

export type ChainedChange = {
  readonly id: number
  readonly changeset_id: number
  readonly table_name: string
  readonly record_id: number
  readonly op: string
  readonly digest: string
}

/** Digest of a value: SHA-256 of its salt and its JSON text as stored. */
export const digestOf = (salt: Uint8Array, value: string): string => sha256(salt, value)

/** The chain before its first change. */
export const chainStart = '0'.repeat(64)

/** One link: what came before, then where, what and when of this change, each on its own line. */
export const chainOf = (previous: string, change: ChainedChange): string =>
  sha256(
    [previous, change.id, change.changeset_id, change.table_name, change.record_id, change.op, change.digest].join('\n'),
  )

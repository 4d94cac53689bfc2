import type Database from 'better-sqlite3'
import { chainStart } from './hash.ts'
import { type Head, type HeadLine, isSignedHead } from './heads.ts'
import { fingerprintOf } from './signing-key.ts'
import type { Finding } from './verify-finding.ts'

/** Whose signatures count. */
export type TrustedKeys = {
  /** Null where the key is not beside the register: then only former ones count. */
  readonly publicKey: string | null
  /** Fingerprints of keys this register had before, as its keeper says. */
  readonly former: readonly string[]
}

export const isTrusted = (publicKey: string, { publicKey: own, former }: TrustedKeys): boolean =>
  publicKey === own || former.includes(fingerprintOf(publicKey))

/** Says whose signature it is instead, and what to do where that is known. */
export const signedByAnother = (what: string, publicKey: string): string =>
  `${what} is signed by the key ${fingerprintOf(publicKey)}, which is not this register's. If it was, name it in HABEAS_FORMER_KEYS.`

const finding = (message: string): Finding => ({ what: 'head', message })

const verifyLine = ({ head }: HeadLine, previous: string, number: number, trusted: TrustedKeys): Finding[] => {
  if (head === null) return [finding(`Line ${number} of the anchor file cannot be read.`)]
  if (head.previous !== previous) return [finding(`Line ${number} of the anchor file does not follow from the one before it.`)]
  if (!isSignedHead(head)) return [finding(`Line ${number} of the anchor file is not signed by the key that it names.`)]
  if (isTrusted(head.publicKey, trusted)) return []
  return [finding(signedByAnother(`Line ${number} of the anchor file`, head.publicKey))]
}

/** Heads of what a restored backup replaced are no longer looked for. */
const stillHolding = (heads: readonly Head[]): Head[] =>
  heads.filter((head, index) => !heads.slice(index + 1).some(({ kind, change }) => kind === 'restored' && change < head.change))

/** Every signed head must stand in the history where it stood: otherwise it was rolled back or made anew. */
export const verifyHeads = (raw: Database.Database, lines: readonly HeadLine[], trusted: TrustedKeys): Finding[] => {
  const isSealed = raw.prepare('SELECT 1 FROM edition WHERE signature IS NOT NULL').get() !== undefined
  if (lines.length === 0) return isSealed ? [finding('The anchor file is empty or missing, although heads were signed.')] : []
  const findings = lines.flatMap((line, index) => verifyLine(line, lines[index - 1]?.hash ?? chainStart, index + 1, trusted))
  const chainAt = raw.prepare<[number], { chain: string | null }>('SELECT chain FROM change WHERE id = ?')
  const missing = stillHolding(lines.flatMap(({ head }) => (head === null ? [] : [head]))).filter(
    ({ change, chain }) => (change === 0 ? chainStart : chainAt.get(change)?.chain) !== chain,
  )
  const [first] = missing
  if (first) {
    findings.push(
      finding(`The history lacks ${missing.length} signed heads, the first at change ${first.change}, signed ${first.at}: it was rolled back or made anew.`),
    )
  }
  return findings
}

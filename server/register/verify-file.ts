import type { UpkeepOutcome } from '#contract/upkeep.ts'
import type { Config } from '../config.ts'
import type { Register } from '../db/register.ts'
import { openForPublishing } from '../db/sqlite.ts'
import { registerFile } from './open.ts'
import { signaturesOf } from './signatures.ts'
import { verifyRegister } from './verify.ts'

export type VerifiedPlaces = Pick<Config, 'dataDir' | 'editionsDir' | 'headsFile' | 'signingKeyFile' | 'formerKeys'>

/** Verifies the register of a data folder, signatures and editions included, on a connection of its own. */
export const verifyFile = async (places: VerifiedPlaces, { quick = false } = {}): Promise<UpkeepOutcome> => {
  const register = openForPublishing<Register>(registerFile(places.dataDir))
  try {
    const signatures = await signaturesOf(places)
    const { changes, redacted, records, editions, findings } = await verifyRegister(register.raw, { ...places, signatures, quick })
    const verdict = findings.length === 0 ? 'all as recorded' : `${findings.length} findings`
    const read = quick ? `the last ${changes} changes, ${editions} editions by size` : `${changes} changes (${redacted} redacted), ${records} records, ${editions} editions`
    return { summary: `${read}: ${verdict}.`, findings: findings.map(({ what, message }) => `${what}: ${message}`) }
  } finally {
    await register.close()
  }
}

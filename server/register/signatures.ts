import type Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { Config } from '../config.ts'
import type { Register } from '../db/register.ts'
import { sealEditions } from '../editions/seal-editions.ts'
import { headOf, signHead } from './heads.ts'
import { readPublicKey, readSigningKey } from './signing-key.ts'
import type { Signatures } from './verify.ts'

type Places = Pick<Config, 'editionsDir' | 'headsFile' | 'signingKeyFile' | 'formerKeys'>

/** Signs the head of the history as it is, and every edition that is not signed yet. */
export const signAll = async ({ db, raw }: { readonly db: Kysely<Register>; readonly raw: Database.Database }, places: Places): Promise<void> => {
  const key = await readSigningKey(places.signingKeyFile)
  await signHead(places.headsFile, key, headOf(raw))
  await sealEditions(db, places.editionsDir, key)
}

/** What a verification holds signatures to. */
export const signaturesOf = async ({ headsFile, signingKeyFile, formerKeys }: Places): Promise<Signatures> => ({
  headsFile,
  trusted: { publicKey: await readPublicKey(signingKeyFile), former: formerKeys },
})

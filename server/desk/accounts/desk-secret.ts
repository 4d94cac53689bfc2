import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readOrMake } from '../../own-file.ts'

/**
 * The key that signs session cookies: 32 random bytes in hexadecimal, made at the first
 * start. It is a file of its own, readable by its owner only, so that a copy of the
 * register cannot forge a session. Throws when the file holds something else.
 */
export const readDeskSecret = async (dataDir: string): Promise<string> => {
  const file = join(dataDir, 'desk-secret')
  const secret = (await readOrMake(file, () => `${randomBytes(32).toString('hex')}\n`)).trim()
  if (!/^[0-9a-f]{64}$/.test(secret)) {
    throw new Error(`${file} does not hold the desk's key. Put the file back, or delete it: everyone then signs in again.`)
  }
  return secret
}

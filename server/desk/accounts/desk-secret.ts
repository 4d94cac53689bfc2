import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code

/**
 * The key that signs session cookies: 32 random bytes in hexadecimal, made at the first
 * start. It is a file of its own, readable by its owner only, so that a copy of the
 * register cannot forge a session. Throws when the file holds something else.
 */
export const readDeskSecret = async (dataDir: string): Promise<string> => {
  const file = join(dataDir, 'desk-secret')
  await mkdir(dataDir, { recursive: true })
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null
    throw error
  })
  if (kept === null) return makeSecret(file)
  const secret = kept.trim()
  if (!/^[0-9a-f]{64}$/.test(secret)) {
    throw new Error(`${file} does not hold the desk's key. Put the file back, or delete it: everyone then signs in again.`)
  }
  await chmod(file, 0o600)
  return secret
}

/** Written whole and then linked into place, so that of two first starts one key wins. */
const makeSecret = async (file: string): Promise<string> => {
  const secret = randomBytes(32).toString('hex')
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  try {
    await link(beside, file)
    return secret
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    return (await readFile(file, 'utf8')).trim()
  } finally {
    await rm(beside, { force: true })
  }
}

import { randomUUID } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code

export const isMissing = (error: unknown): boolean => isCode(error, 'ENOENT')

/**
 * The text of a file that only its owner may read, made with `make` at the first start.
 * Written whole and then linked into place, so that of two first starts one wins.
 */
export const readOrMake = async (file: string, make: () => string): Promise<string> => {
  await mkdir(dirname(file), { recursive: true })
  try {
    const kept = await readFile(file, 'utf8')
    await chmod(file, 0o600)
    return kept
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const made = make()
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, made, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(beside, file)
    return made
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    return await readFile(file, 'utf8')
  } finally {
    await rm(beside, { force: true })
  }
}

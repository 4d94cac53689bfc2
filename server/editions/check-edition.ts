import Database from 'better-sqlite3'
import { startBeside } from './beside.ts'
import { hashFile } from './edition-file.ts'

/** Pages kept in memory meanwhile, in kibibytes. */
const cacheKiB = 256 * 1024

/**
 * Reads a finished edition anew, as it was written: every page, index and reference. Conditions of
 * tables are checked of each row as it is inserted: SQLite does not read them of a file that it only reads.
 * Throws where the file is not whole.
 */
const checkEdition = (file: string): void => {
  const edition = new Database(file, { readonly: true, fileMustExist: true })
  try {
    edition.pragma('cell_size_check = ON')
    edition.pragma(`cache_size = -${cacheKiB}`)
    const broken = edition.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`The edition would have ${broken.length} broken references`)
    const integrity: unknown = edition.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`The edition is damaged: ${String(integrity)}`)
  } finally {
    edition.close()
  }
}

/** Checks a finished edition and returns its SHA-256; with `twoCores` both at the same time. Throws where the file is not whole. */
export const checkAndHash = async (file: string, twoCores = false): Promise<string> => {
  const hashing = twoCores ? startBeside({ kind: 'hash', file }) : null
  checkEdition(file)
  return hashing ? (await hashing.next('hashed')).sha256 : hashFile(file)
}

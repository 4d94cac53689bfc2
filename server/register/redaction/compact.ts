import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { allWrittenForms, fileHolds } from '../../editions/find-bytes.ts'
import type { Sought } from './sought.ts'

/** Others may be reading or writing: it is tried again this often, this far apart. */
const tries = 50
const pauseMs = 100

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY')

const tryAgain = async (work: () => boolean): Promise<boolean> => {
  for (let count = 0; count < tries; count += 1) {
    try {
      if (work()) return true
    } catch (error) {
      if (!isBusy(error)) throw error
    }
    await setTimeout(pauseMs)
  }
  return false
}

/**
 * Writes the register anew without what was deleted, and empties its write-ahead log. False where
 * somebody kept an old state open all the while: what was taken out is then still in the log.
 */
export const compact = async (raw: Database.Database): Promise<boolean> => {
  const isVacuumed = await tryAgain(() => {
    raw.exec('VACUUM')
    return true
  })
  const isEmptied = await tryAgain(() => {
    const [answer] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return answer?.busy === 0
  })
  return isVacuumed && isEmptied
}

/** Files of a data folder in which a name, or words that were taken out, are left, byte by byte, by their path in it. `except` are not looked at. */
export const findFilesHolding = async (
  folder: string,
  sought: Pick<Sought, 'names' | 'others' | 'words'>,
  except: readonly string[] = [],
): Promise<string[]> => {
  const forms = allWrittenForms(sought)
  if (forms.length === 0) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const holding: string[] = []
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name)
    if (!entry.isFile() || except.some((other) => !relative(other, file).startsWith('..'))) continue
    try {
      if (await fileHolds(file, forms)) holding.push(relative(folder, file))
    } catch (error) {
      // A file that went meanwhile holds nothing.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  return holding.toSorted()
}

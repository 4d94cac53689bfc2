import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

/** A data folder that cannot be used. Its message is one sentence for the person who named it. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

const other = 'Set HABEAS_DATA_DIR to a folder that you may write.'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Locks are held for as long as something refers to them: without this they would be collected, and let go. */
const held = new Set<Database.Database>()

/** Made one step at a time: Node's own recursive way never ends in places where nothing can be made. */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    if (!(await stat(folder)).isDirectory()) throw new DataFolderError(`${folder} is not a folder. ${other}`)
    return
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  if (dirname(folder) !== folder) await makeFolder(dirname(folder))
  await mkdir(folder)
}

/** Where a backup is unpacked until it is whole. */
export const restoringDir = (dataDir: string): string => join(dataDir, 'restoring')

/**
 * Takes a data folder for this process: makes it, sees that it can be written, and holds a
 * lock that ends with the process, however it ends. Returns how to let go. Throws
 * DataFolderError, also where another Habeas has the folder open.
 */
export const takeDataFolder = async (folder: string): Promise<() => void> => {
  try {
    await makeFolder(folder)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof DataFolderError) throw error
    const reason = error instanceof Error ? error.message : 'unknown reason'
    throw new DataFolderError(`The data folder ${folder} cannot be made or written (${reason}). ${other}`)
  }
  const lock = new Database(join(folder, 'in-use'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new DataFolderError(
      `Another Habeas has the data folder ${folder} open. Stop it, or set HABEAS_DATA_DIR to another folder.`,
    )
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}

import Database from 'better-sqlite3'

/** Pages copied before others have their turn: about a millisecond's work. */
const pagesAtATime = 250
/** A copy that was begun again this often, because another process wrote meanwhile, holds writers back until it is done. */
const patience = 3

/**
 * Copies a register that is in use, through SQLite's backup API, into a new file: everything
 * that was committed when it ends, and nothing half done. What is written on the same
 * connection goes into the copy as it comes; a write by another process begins the copy again,
 * and where that does not end, writers wait until it is done.
 */
export const copyRegister = async (raw: Database.Database, file: string): Promise<void> => {
  let left = Number.POSITIVE_INFINITY
  let restarts = 0
  let holding: Database.Database | null = null
  const hold = (): void => {
    holding ??= new Database(raw.name, { timeout: 20 })
    try {
      if (!holding.inTransaction) holding.exec('BEGIN IMMEDIATE')
    } catch {
      // Someone writes right now: asked again before the next pages.
    }
  }
  try {
    await raw.backup(file, {
      progress: ({ remainingPages }) => {
        if (remainingPages > left) restarts += 1
        left = remainingPages
        if (restarts >= patience) hold()
        return restarts >= patience ? pagesAtATime * 20 : pagesAtATime
      },
    })
  } finally {
    // Its transaction wrote nothing.
    ;(holding as Database.Database | null)?.close()
  }
  const copy = new Database(file)
  try {
    // One file, without a journal beside it.
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

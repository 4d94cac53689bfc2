import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes the names in a folder last through a power cut. Windows cannot, and needs not. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Renames a finished, synced file to its name in the same folder: whoever looks finds all of it or what was there. */
export const putInPlace = async (finished: string, file: string): Promise<void> => {
  await rename(finished, file)
  await syncFolder(dirname(file))
}

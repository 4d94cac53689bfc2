import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Addresses for readers to listen at: in a folder that only this user may enter, or, on Windows, under a name that nobody guesses. */
export const openSockets = () => {
  const isWindows = process.platform === 'win32'
  const place = isWindows ? `\\\\.\\pipe\\habeas-${crypto.randomUUID()}` : mkdtempSync(join(tmpdir(), 'habeas-'))
  let given = 0
  return {
    next: (): string => {
      given += 1
      return isWindows ? `${place}-${given}` : join(place, `${given}.sock`)
    },
    remove: (): void => {
      if (!isWindows) rmSync(place, { recursive: true, force: true })
    },
  }
}

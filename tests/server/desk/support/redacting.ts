import { execFileSync } from 'node:child_process'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { startPublic } from '#server/public.ts'
import { temporaryFolder } from '#tests/support/test-register.ts'
import type { Client } from './client.ts'
import type { Desk } from './open-desk.ts'

/** The public door over a desk's editions, until the test ends. */
export const openDoor = async ({ config }: Desk) => {
  for (const entry of ['public', 'embed']) {
    await mkdir(join(config.clientDir, entry), { recursive: true })
    await writeFile(join(config.clientDir, entry, 'index.html'), '<!doctype html><title>A page</title>')
  }
  const door = await startPublic(config)
  onTestFinished(() => door.close())
  return door
}

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Files of a data folder that hold one of these. Read from a copy made by another process: closing a file in this one would end SQLite's locks on it. */
export const filesHolding = async (dataDir: string, bytes: readonly Buffer[]): Promise<string[]> => {
  const folder = await temporaryFolder()
  execFileSync('cp', ['-r', dataDir, folder])
  const found: string[] = []
  for (const file of await filesIn(folder)) {
    const content = await readFile(file)
    if (bytes.some((form) => content.includes(form))) found.push(file)
  }
  return found
}

/** The newest redaction, once it is complete. Throws where it is still pending after a minute. */
export const completed = async (by: Client) => {
  for (let turn = 0; turn < 2400; turn += 1) {
    const [last] = (await by.get('/redactions')).body.data
    if (last.state === 'complete') return last
    await setTimeout(100)
  }
  throw new Error(`still pending: ${JSON.stringify((await by.get('/redactions')).body)}`)
}

import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '#contract/zod.ts'
import { recordTables } from '../../db/records.ts'
import type { Sought } from '../../register/redaction/sought.ts'

/*
 * What a redaction looks for, for as long as it is pending: once names and words have left the register
 * nothing else knows what to search the files for, and the program may be stopped in between.
 */

const Kept = z.object({
  people: z.array(z.number()),
  names: z.array(z.string()),
  others: z.array(z.string()),
  words: z.array(z.string()).default([]),
  target: z.object({ table: z.enum(recordTables), id: z.number(), field: z.string(), salt: z.string() }).nullable().default(null),
})

/** The folder of these files: not searched, and empty when nothing is pending. */
export const soughtFolder = (dataDir: string): string => join(dataDir, 'redacting')

const fileOf = (dataDir: string, id: number): string => join(soughtFolder(dataDir), `${id}.json`)

/** What was kept of a redaction, or null. */
export const readSought = async (dataDir: string, id: number): Promise<Sought | null> => {
  try {
    return Kept.parse(JSON.parse(await readFile(fileOf(dataDir, id), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Keeps it, readable by the owner of the program alone; returns once it is on the disk. */
export const keepSought = async (dataDir: string, id: number, sought: Sought): Promise<void> => {
  await mkdir(soughtFolder(dataDir), { recursive: true, mode: 0o700 })
  const handle = await open(fileOf(dataDir, id), 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(sought))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Overwrites and removes it. */
export const forgetSought = async (dataDir: string, id: number, sought: Sought): Promise<void> => {
  await keepSought(dataDir, id, { people: sought.people, names: [], others: [], words: [], target: null })
  await rm(fileOf(dataDir, id), { force: true })
}

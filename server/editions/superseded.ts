import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readEditionIndex } from './edition-index.ts'
import { findOpenLabels } from './readers.ts'

type Superseded = { readonly label: string; readonly file: string }

/** Edition files in the folder that a later revision has taken the place of, in the list that readers look at. */
const findSuperseded = async (editionsDir: string): Promise<Superseded[]> => {
  const current = new Map((await readEditionIndex(editionsDir)).map(({ number, revision }) => [number, revision]))
  // Before the first publication there may be no folder.
  if (current.size === 0) return []
  const names = await readdir(editionsDir)
  return names.flatMap((name) => {
    const [, number, revision] = /^edition-(\d+)\.(\d+)\.sqlite$/.exec(name) ?? []
    const newest = current.get(Number(number))
    const isOld = newest !== undefined && Number(revision) < newest
    return isOld ? [{ label: `${number}.${revision}`, file: join(editionsDir, name) }] : []
  })
}

/** Labels of old revisions whose files are still there. */
export const findPending = async (editionsDir: string): Promise<string[]> =>
  (await findSuperseded(editionsDir)).map(({ label }) => label)

/** Deletes every old revision that no public process has open. Returns the labels of those that stay. */
export const removeSuperseded = async (editionsDir: string): Promise<string[]> => {
  const old = await findSuperseded(editionsDir)
  if (old.length === 0) return []
  const open = await findOpenLabels(editionsDir)
  for (const { label, file } of old) if (!open.has(label)) await rm(file, { force: true })
  return findPending(editionsDir)
}

const lookAgainMs = 100

/** The same, looking again until none is left or `patienceMs` are over. */
export const waitUntilRemoved = async (editionsDir: string, patienceMs: number): Promise<string[]> => {
  const until = Date.now() + patienceMs
  for (;;) {
    const pending = await removeSuperseded(editionsDir)
    if (pending.length === 0 || Date.now() >= until) return pending
    await setTimeout(lookAgainMs)
  }
}

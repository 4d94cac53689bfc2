import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from '#contract/zod.ts'

/*
 * Who has which edition file open. Every public process keeps a note in `readers/` beside the
 * editions: it names a file before it opens it, and takes it off once it has closed it. So the
 * desk knows when an old revision is read by nobody and can be deleted.
 */

const Reader = z.object({ host: z.string(), pid: z.number().int(), open: z.array(z.string()), at: z.string() })
type Reader = z.infer<typeof Reader>

const folderOf = (editionsDir: string): string => join(editionsDir, 'readers')

/** A reader says that it is there this often, and is taken for gone after a silence, in milliseconds. */
const saysSoEveryMs = 5000
const goneAfterMs = 60_000

let notes = 0

/**
 * The note of one reader. Where the folder cannot be written, as on a machine that only gets
 * copies of the editions, there is none: whoever copies the files there takes the old ones away.
 */
export class ReaderNote {
  readonly #file: string
  readonly #folder: string
  #said = ''
  #saidAt = 0
  #isRefused = false

  constructor(editionsDir: string) {
    notes += 1
    this.#folder = folderOf(editionsDir)
    this.#file = join(this.#folder, `${hostname()}-${process.pid}-${notes}.json`)
  }

  /** Writes down the labels of the files that are open or about to be; at once, so that nothing is opened unsaid. */
  say(labels: readonly string[]): void {
    const open = [...new Set(labels)].toSorted()
    const now = Date.now()
    if (this.#isRefused || (open.join() === this.#said && now - this.#saidAt < saysSoEveryMs)) return
    const note: Reader = { host: hostname(), pid: process.pid, open, at: new Date(now).toISOString() }
    try {
      mkdirSync(this.#folder, { recursive: true })
      writeFileSync(`${this.#file}.new`, JSON.stringify(note))
      renameSync(`${this.#file}.new`, this.#file)
      this.#said = open.join()
      this.#saidAt = now
    } catch (error) {
      if (!isReadOnly(error)) throw error
      this.#isRefused = true
    }
  }

  /** The reader ends. */
  withdraw(): void {
    if (!this.#isRefused) rmSync(this.#file, { force: true })
  }
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const isReadOnly = (error: unknown): boolean => hasCode(error, 'EROFS', 'EACCES', 'EPERM')

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** A process of this machine is there or not; of another we only know how long it has been silent. */
const isGone = ({ host, pid, at }: Reader): boolean =>
  host === hostname() ? !isAlive(pid) : Date.now() - Date.parse(at) > goneAfterMs

const readNote = async (file: string): Promise<Reader | null> => {
  try {
    return Reader.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Labels of the edition files that some public process has open. Notes of those that ended are taken away. */
export const findOpenLabels = async (editionsDir: string): Promise<Set<string>> => {
  const folder = folderOf(editionsDir)
  const files = await readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  const open = new Set<string>()
  for (const name of files.filter((file) => file.endsWith('.json'))) {
    const reader = await readNote(join(folder, name))
    if (reader === null) continue
    if (isGone(reader)) await rm(join(folder, name), { force: true })
    else for (const label of reader.open) open.add(label)
  }
  return open
}

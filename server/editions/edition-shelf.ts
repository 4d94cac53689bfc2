import { setTimeout } from 'node:timers/promises'
import type { Edition } from '#contract/editions.ts'
import { editionRecords } from '../db/indexed-search.ts'
import type { RecordFile } from '../db/record-file.ts'
import type { Records } from '../db/records.ts'
import type { Opened } from '../db/sqlite.ts'
import { openEdition } from './open-edition.ts'
import { editionFile, readEditionIndex } from './edition-index.ts'
import { ReaderNote } from './readers.ts'

/** An edition that is open for reading; `path` is where its file lies, `opened` the connection that `file` asks. */
export type OpenEdition = { readonly edition: Edition; readonly file: RecordFile; readonly path: string; readonly opened: Opened<Records> }

/** Older editions kept open at once; the one least used is closed first. */
const keptOpen = 8

/** How long answers that have begun may still read a file that is no longer given out, in milliseconds. */
const graceMs = 200

type Shelved = OpenEdition & { readonly label: string; borrowed: number }

/**
 * The published editions behind the public door. `refresh` looks at the list again, opens
 * what is new and closes the files of editions that were revised. Other processes are told
 * which files are open, from before they are opened until they are closed.
 */
export class EditionShelf {
  readonly #editionsDir: string
  readonly #note: ReaderNote
  readonly #open = new Map<string, Shelved>()
  readonly #leaving = new Map<Shelved, Promise<void>>()
  /** The one at the end of `#open`. */
  #taken: Shelved | null = null
  #editions: readonly Edition[] = []

  constructor(editionsDir: string) {
    this.#editionsDir = editionsDir
    this.#note = new ReaderNote(editionsDir)
  }

  /** The newest first. */
  get editions(): readonly Edition[] {
    return this.#editions
  }

  latest(): OpenEdition | null {
    const [newest] = this.#editions
    return newest ? this.#take(newest) : null
  }

  byNumber(number: number): OpenEdition | null {
    const edition = this.#editions.find((candidate) => candidate.number === number)
    return edition ? this.#take(edition) : null
  }

  /** Runs `work` with these editions kept open, for as long as it takes. */
  async borrow<Result>(editions: readonly OpenEdition[], work: () => Promise<Result>): Promise<Result> {
    const shelved = [...this.#open.values()].filter(({ file }) => editions.some((edition) => edition.file === file))
    for (const one of shelved) one.borrowed += 1
    try {
      return await work()
    } finally {
      for (const one of shelved) one.borrowed -= 1
    }
  }

  async refresh(): Promise<void> {
    this.#editions = await readEditionIndex(this.#editionsDir)
    const current = new Set(this.#editions.map((edition) => edition.label))
    for (const shelved of this.#open.values()) if (!current.has(shelved.label)) this.#retire(shelved)
    this.latest()
    this.#say()
  }

  async close(): Promise<void> {
    for (const shelved of this.#open.values()) {
      this.#open.delete(shelved.label)
      await shelved.opened.close()
    }
    await Promise.all(this.#leaving.values())
    this.#note.withdraw()
  }

  #say(opening: readonly string[] = []): void {
    const open = [...this.#open.values(), ...this.#leaving.keys()]
    this.#note.say([...open.map(({ label }) => label), ...opening])
  }

  /** Given out no more, and closed when nothing reads it. */
  #retire(shelved: Shelved): void {
    this.#open.delete(shelved.label)
    if (this.#taken === shelved) this.#taken = null
    const leave = async (): Promise<void> => {
      do await setTimeout(graceMs)
      while (shelved.borrowed > 0)
      await shelved.opened.close()
      this.#leaving.delete(shelved)
      this.#say()
    }
    this.#leaving.set(shelved, leave())
  }

  #take(edition: Edition): OpenEdition {
    const known = this.#open.get(edition.label)
    if (known) {
      // The map's order is the order of use: what is taken again goes to its end.
      if (this.#taken !== known) {
        this.#open.delete(edition.label)
        this.#open.set(edition.label, known)
        this.#taken = known
      }
      return known
    }
    this.#say([edition.label])
    const path = editionFile(this.#editionsDir, edition)
    const opened = openEdition(path)
    const shelved = { edition, opened, path, file: editionRecords(opened.db), label: edition.label, borrowed: 0 }
    this.#open.set(edition.label, shelved)
    this.#taken = shelved
    const oldest = [...this.#open.values()].find(({ label }) => label !== this.#editions[0]?.label && label !== edition.label)
    if (this.#open.size > keptOpen && oldest) this.#retire(oldest)
    return shelved
  }
}

import type { Edition } from '#contract/editions.ts'
import { indexedSearch } from '../db/indexed-search.ts'
import type { RecordFile } from '../db/record-file.ts'
import type { Records } from '../db/records.ts'
import { type Opened, openForReading } from '../db/sqlite.ts'
import { editionFile, readEditionIndex } from './edition-index.ts'

/** An edition that is open for reading. */
export type OpenEdition = { readonly edition: Edition; readonly file: RecordFile }

/** Older editions kept open at once; the one least used is closed first. */
const keptOpen = 8

type Shelved = OpenEdition & { readonly opened: Opened<Records> }

/**
 * The published editions behind the public door. `refresh` looks at the list again, opens
 * what is new and closes the files of editions that were revised.
 */
export class EditionShelf {
  readonly #editionsDir: string
  readonly #open = new Map<string, Shelved>()
  #editions: readonly Edition[] = []

  constructor(editionsDir: string) {
    this.#editionsDir = editionsDir
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

  async refresh(): Promise<void> {
    this.#editions = await readEditionIndex(this.#editionsDir)
    const current = new Set(this.#editions.map((edition) => edition.label))
    for (const [label, shelved] of this.#open) {
      if (!current.has(label)) await this.#close(label, shelved)
    }
    this.latest()
  }

  async close(): Promise<void> {
    for (const [label, shelved] of this.#open) await this.#close(label, shelved)
  }

  async #close(label: string, shelved: Shelved): Promise<void> {
    this.#open.delete(label)
    await shelved.opened.close()
  }

  #take(edition: Edition): OpenEdition {
    const known = this.#open.get(edition.label)
    if (known) {
      // The map's order is the order of use: what is taken again goes to its end.
      this.#open.delete(edition.label)
      this.#open.set(edition.label, known)
      return known
    }
    const opened = openForReading<Records>(editionFile(this.#editionsDir, edition))
    const shelved = { edition, opened, file: { db: opened.db, search: indexedSearch } }
    this.#open.set(edition.label, shelved)
    const [oldest] = this.#open
    if (this.#open.size > keptOpen && oldest && oldest[0] !== this.#editions[0]?.label) void this.#close(...oldest)
    return shelved
  }
}

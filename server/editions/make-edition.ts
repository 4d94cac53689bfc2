import { rm, stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { chainHead } from './chain-head.ts'
import type { Register } from '../db/register.ts'
import { openForCopying, openForMaking } from '../db/sqlite.ts'
import { startBeside } from './beside.ts'
import { checkAndHash } from './check-edition.ts'
import { type EmptyEdition, copyRecords, makeEmpty } from './copy-records.ts'
import { indexTexts, keepDerived } from './derived-tables.ts'
import { keepEventColumns } from './keep-event-columns.ts'
import { keepPeopleColumns } from './keep-people-columns.ts'
import { keepPersonLines } from './keep-person-lines.ts'
import { emptyColumns } from './empty-texts.ts'
import { preparation } from './published-columns.ts'
import type { FoundNames } from './look-for-names.ts'
import { syncFile } from './edition-file.ts'
import { findVerdict } from './find-verdict.ts'

export type EditionRequest = {
  readonly number: number
  readonly revision: number
  readonly note: string
  /** ISO 8601 in UTC. */
  readonly publishedAt: string
  /** Keys of texts that may name someone and that a publisher leaves out. */
  readonly blank?: readonly string[]
  /** What was found with this note a moment ago, and at which head of the chain: it holds for as long as no record has changed. */
  readonly looked?: Pick<FoundNames, 'refusals' | 'chain'>
}

export type MadeEdition = {
  readonly sha256: string
  readonly bytes: number
  readonly chain: string
  readonly changesetId: number
  readonly fictional: boolean
  readonly counts: Record<string, number>
}

type Progress = (step: string) => void

/** Writes what the file says of itself. When its tables were made is no fact of it: the same records give the same bytes. */
const describe = (to: Database.Database, facts: Filling['facts']): void => {
  to.exec('CREATE TABLE edition_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT')
  const insert = to.prepare('INSERT INTO edition_fact (name, value) VALUES (?, ?)')
  for (const [name, value] of Object.entries(facts)) insert.run(name, value)
  to.prepare('UPDATE migration SET applied_at = ?').run(facts.published_at)
}

const headOf = (from: Database.Database): { chain: string; changesetId: number } => {
  const head = chainHead(from)
  if (!head) throw new Error('The register is empty: there is nothing to publish')
  return head
}

/** Throws what a promise was rejected with, as soon as it was; does not wait for it. */
const throwsEarly = (promise: Promise<unknown>): (() => Promise<void>) => {
  const failures: unknown[] = []
  promise.catch((failure: unknown) => failures.push(failure))
  return async () => {
    await setImmediate()
    if (failures.length > 0) await promise
  }
}

/**
 * Copies what is public out of the register, at one moment of it, into a new file at `file`,
 * from the list of columns. Throws RefusedEditionError and leaves no file where
 * a text names someone withheld. With `twoCores` what needs no result of the copying is done beside it.
 */
export const makeEdition = async (
  registerFile: string,
  file: string,
  request: EditionRequest,
  progress: Progress = () => undefined,
  twoCores = false,
): Promise<MadeEdition> => {
  await rm(file, { force: true })
  const looking = twoCores && request.looked === undefined ? startBeside({ kind: 'look', registerFile, note: request.note }) : null
  const empty = await makeEmpty(file)
  const register = openForCopying<Register>(registerFile, file)
  try {
    await looking?.next('began')
    register.raw.exec('BEGIN')
    for (const statement of preparation) register.raw.exec(statement)
    const head = headOf(register.raw)
    if (request.looked?.chain !== head.chain) progress('looking for withheld names')
    const findBlanked = await findVerdict(register.raw, head.chain, request, looking)
    const fictional = isFictional(register.raw)
    const counts = await fillEdition(empty, register.raw, {
      facts: {
        number: String(request.number),
        revision: String(request.revision),
        published_at: request.publishedAt,
        note: request.note,
        chain: head.chain,
        fictional: String(fictional),
      },
      ...((request.blank ?? []).length === 0 ? {} : { alter: async (edition: Database.Database) => emptyColumns(edition, await findBlanked()) }),
      goOn: throwsEarly(findBlanked()),
      progress,
    })
    await findBlanked()
    progress('computing the hash')
    await syncFile(file)
    return { ...head, fictional, counts, sha256: await checkAndHash(file, twoCores), bytes: (await stat(file)).size }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await looking?.stop()
    await register.close()
  }
}

const isFictional = (register: Database.Database): boolean =>
  register.prepare("SELECT 1 FROM setting WHERE name = 'fictional' AND value = 'true'").get() !== undefined

export type Filling = {
  /** What the file says of itself, by name. */
  readonly facts: Readonly<Record<string, string>> & { readonly published_at: string }
  /** Done to the copied rows before numbers and search indexes are made of them. */
  readonly alter?: (raw: Database.Database) => void | Promise<void>
  /** Asked between steps: throws where the rest would be made for nothing. */
  readonly goOn?: () => Promise<void>
  readonly progress: Progress
}

/**
 * Copies the published rows of `from`, which has the tables `publishable` and
 * `publishable_source`, is in a transaction and has the empty file attached, and makes numbers and
 * indexes of them. The transaction ends when all rows are copied. Returns the number
 * of rows of each table. The file is still to be checked.
 */
export const fillEdition = async (
  { file, indexes }: EmptyEdition,
  from: Database.Database,
  { facts, alter, goOn, progress }: Filling,
): Promise<Record<string, number>> => {
  const counts = copyRecords(from, progress)
  const edition = openForMaking(file)
  try {
    edition.raw.pragma('foreign_keys = OFF')
    edition.raw.exec('BEGIN')
    await goOn?.()
    await alter?.(edition.raw)
    for (const index of indexes) edition.raw.exec(index)
    await goOn?.()
    progress('working out numbers')
    keepDerived(edition.raw)
    keepPeopleColumns(edition.raw)
    keepEventColumns(edition.raw)
    await keepPersonLines(edition)
    await goOn?.()
    progress('indexing')
    indexTexts(edition.raw)
    describe(edition.raw, facts)
    edition.raw.exec('COMMIT')
    progress('checking')
    edition.raw.exec('ANALYZE')
    // Rows were filled in order and no page is free; but what `alter` took away may stand in the unused part of one.
    if (alter !== undefined || Number(edition.raw.pragma('freelist_count', { simple: true })) > 0) edition.raw.exec('VACUUM')
  } finally {
    await edition.close()
  }
  return counts
}

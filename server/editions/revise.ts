import { rm, stat } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import type { Records } from '../db/records.ts'
import { openForCopying } from '../db/sqlite.ts'
import { makeEmpty } from './copy-records.ts'
import { showLaterColumns } from './open-edition.ts'
import { emptyTexts, hasTexts, hasWords, takeWords } from './empty-texts.ts'
import { allWrittenForms, fileHolds } from './find-bytes.ts'
import { checkAndHash } from './check-edition.ts'
import { syncFile } from './edition-file.ts'
import { fillEdition } from './make-edition.ts'
import { carriesName, nameForms } from './name-forms.ts'
import { takerOfWords } from './taken-words.ts'
import { withheldText } from './withheld-text.ts'
import { type Protection, type ProtectionReason, findProtections, protectionsFact } from './protections.ts'

/** Who is to be protected in an edition, and what it is told of itself. `names` are theirs, in every spelling known; `words` leave wherever they stand. */
export type RevisionRequest = {
  readonly number: number
  readonly revision: number
  readonly note: string
  /** When the edition was published first; ISO 8601 in UTC, like `revisedAt`. */
  readonly publishedAt: string
  readonly revisedAt: string
  readonly people: readonly { readonly id: number; readonly reason: ProtectionReason }[]
  readonly names: readonly string[]
  readonly words: readonly string[]
}

export type MadeRevision = {
  readonly sha256: string
  readonly bytes: number
  readonly note: string
  readonly counts: Record<string, number>
}

/** The revision would still hold a name, so it was thrown away. Says how, never which. */
export class UnsafeRevisionError extends Error {
  override readonly name = 'UnsafeRevisionError'
}

type Progress = (step: string) => void

/**
 * Who is shown in the revision, in place of the register's own list: everyone the edition
 * had, those to be protected without a name; whoever was merged into one of them likewise.
 */
const prepare = (raw: Database.Database, people: RevisionRequest['people']): void => {
  raw.exec('CREATE TEMP TABLE protected (id INTEGER PRIMARY KEY)')
  const insert = raw.prepare('INSERT OR IGNORE INTO protected (id) VALUES (?)')
  for (const { id } of people) insert.run(id)
  raw.exec(`INSERT OR IGNORE INTO protected (id) SELECT id FROM detainee WHERE merged_into IN (SELECT id FROM protected)`)
  raw.exec(`CREATE TEMP TABLE publishable AS SELECT id,
    CASE WHEN id IN (SELECT id FROM protected) THEN 'name_withheld' ELSE visibility END AS visibility FROM detainee`)
  raw.exec('CREATE UNIQUE INDEX temp.publishable_id ON publishable (id)')
  // Every source keeps its id, so that a list of sources counts what it did.
  raw.exec('CREATE TEMP TABLE publishable_source AS SELECT id AS source_id FROM source')
}

const namesIn = (raw: Database.Database, which: 'protected' | 'others'): string[] =>
  raw
    .prepare<[], { text: string }>(
      `SELECT text FROM detainee_name WHERE detainee_id ${which === 'protected' ? '' : 'NOT'} IN (SELECT id FROM protected)`,
    )
    .all()
    .map((row) => row.text)

/** A source on which nothing public rests any more keeps its number and nothing else: its very title may tell of someone. */
const emptySources = (raw: Database.Database): void => {
  raw.exec(`UPDATE source SET title = NULL, publisher = NULL, author = NULL, url = NULL, published_edtf = NULL,
    published_earliest = NULL, published_latest = NULL, published_basis = 'withheld', language = NULL,
    retrieved = NULL, sha256 = NULL, copy_of = NULL
    WHERE id NOT IN (SELECT source_id FROM evidence)`)
}

const countByReason = ({ people, revisedAt }: RevisionRequest): Protection[] =>
  [...Map.groupBy(people, ({ reason }) => reason)].map(([reason, some]) => ({ reason, people: some.length, at: revisedAt }))

/**
 * Writes the revision of an edition into a new file: its rows copied by the same list as a
 * publication's, the people to be protected kept as an id and their releases, every text that
 * carries a name of theirs emptied, and words that were taken out left out. The bytes of the new
 * file are then searched for every spelling. Returns null, and leaves no file, where
 * the edition has neither the people, nor a text that names them, nor the words. Throws UnsafeRevisionError,
 * and leaves no file, where a name is left.
 */
export const reviseEdition = async (
  from: string,
  file: string,
  request: RevisionRequest,
  progress: Progress = () => undefined,
): Promise<MadeRevision | null> => {
  await rm(file, { force: true })
  const empty = await makeEmpty(file)
  const old = openForCopying<Records>(from, file)
  try {
    showLaterColumns(old.raw)
    const facts = readFacts(old.raw)
    const protections = [...(await findProtections(old.db)), ...countByReason(request)]
    old.raw.exec('BEGIN')
    prepare(old.raw, request.people)
    const others = namesIn(old.raw, 'others')
    const names = [...new Set([...request.names, ...namesIn(old.raw, 'protected')])]
    const forms = nameForms(names, others)
    const takers = request.words.map(takerOfWords)
    const isTaken = takers.some((taker) => taker.carries(request.note) || hasWords(old.raw, taker))
    if (request.people.length === 0 && !isTaken && !carriesName(request.note, forms) && !hasTexts(old.raw, forms)) return null
    const unnamed = carriesName(request.note, forms) ? withheldText : request.note
    const note = takers.reduce((text, taker) => (taker.carries(text) ? (taker.without(text) ?? withheldText) : text), unnamed)
    const counts = await fillEdition(empty, old.raw, {
      facts: {
        ...facts,
        number: String(request.number),
        revision: String(request.revision),
        published_at: request.publishedAt,
        revised_at: request.revisedAt,
        note,
        [protectionsFact]: JSON.stringify(protections),
      },
      alter: (raw) => {
        progress('emptying texts')
        emptyTexts(raw, forms)
        for (const taker of takers) takeWords(raw, taker)
        emptySources(raw)
      },
      progress,
    })
    progress('searching the bytes')
    const staying = others.filter((name) => !takers.some(({ carries }) => carries(name)))
    if (await fileHolds(file, allWrittenForms({ names, others: staying, words: request.words }))) throw new UnsafeRevisionError('The bytes of the revision hold a name')
    await syncFile(file)
    return { note, counts, sha256: await checkAndHash(file), bytes: (await stat(file)).size }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await old.close()
  }
}

const readFacts = (raw: Database.Database): Record<string, string> =>
  Object.fromEntries(
    raw
      .prepare<[], { name: string; value: string }>('SELECT name, value FROM edition_fact')
      .all()
      .map(({ name, value }) => [name, value]),
  )

import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import type { Edition } from '#contract/editions.ts'
import type { Register } from '../db/register.ts'
import { editionFile, readEditionIndex, writeEditionIndex } from './edition-index.ts'
import { findEditions } from './find-editions.ts'
import { type Hidden, findHidden, findNames, findNewlyHidden, findShown } from './hidden-people.ts'
import { putInPlace } from './put-in-place.ts'
import type { MadeRevision, RevisionRequest } from './revise.ts'
import type { RevisionMessage, RevisionTask } from './revise-process.ts'

const makeInChild = (task: RevisionTask): Promise<MadeRevision | null> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./revise-process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message: RevisionMessage) => {
      if (message.kind === 'made') resolve(message.made)
      else if (message.kind === 'failed') reject(new Error(`Revising the edition failed: ${message.message}`))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Revising the edition ended early (exit ${String(code)})`)))
    child.send(task)
  })

const isKept = (editionsDir: string) => (edition: Edition): boolean => existsSync(editionFile(editionsDir, edition))

/** Labels of the kept editions that still show someone whom the register no longer shows. */
export const findEditionsDue = async (editionsDir: string, db: Kysely<Register>): Promise<string[]> => {
  const hidden = await findHidden(db)
  if (hidden.size === 0) return []
  const due: string[] = []
  for (const edition of (await findEditions(db)).filter(isKept(editionsDir))) {
    if ((await findShown(editionFile(editionsDir, edition), hidden)).length > 0) due.push(edition.label)
  }
  return due
}

type Places = { readonly editionsDir: string; readonly db: Kysely<Register> }

/** Makes the next revision of one edition and puts its file in place; null where it needs none. */
const revise = async ({ editionsDir, db }: Places, edition: Edition, hidden: Hidden, newlyHidden: readonly number[], words: readonly string[], revisedAt: string) => {
  const people = await findShown(editionFile(editionsDir, edition), hidden)
  const names = await findNames(db, [...new Set([...people, ...newlyHidden])])
  if (people.length === 0 && names.length === 0 && words.length === 0) return null
  const request: RevisionRequest = {
    number: edition.number,
    revision: edition.revision + 1,
    note: edition.note,
    publishedAt: edition.publishedAt,
    revisedAt,
    people: people.map((id) => ({ id, reason: hidden.get(id) ?? 'withheld' })),
    names,
    words,
  }
  const file = editionFile(editionsDir, request)
  const beside = `${file}.new`
  try {
    const made = await makeInChild({ from: editionFile(editionsDir, edition), file: beside, request })
    if (made === null) return null
    await putInPlace(beside, file)
    return { edition, request, made }
  } finally {
    await rm(beside, { force: true })
  }
}

type Revised = NonNullable<Awaited<ReturnType<typeof revise>>>

const record = (db: Kysely<Register>, revised: readonly Revised[], revisedBy: string): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    for (const { edition, request, made } of revised) {
      const { changeset_id: changesetId } = await transaction
        .selectFrom('edition')
        .where('number', '=', edition.number)
        .where('revision', '=', edition.revision)
        .select('changeset_id')
        .executeTakeFirstOrThrow()
      await transaction
        .insertInto('edition')
        .values({
          number: request.number,
          revision: request.revision,
          published_at: request.revisedAt,
          published_by: revisedBy,
          note: made.note,
          changeset_id: changesetId,
          chain: edition.chain,
          sha256: made.sha256,
          bytes: made.bytes,
          counts: JSON.stringify(made.counts),
        })
        .execute()
    }
  })

/**
 * Rewrites every kept edition that shows someone whom the register no longer shows, or names
 * someone newly withheld in a text, or holds `words` that were taken out, each as its next revision, made in a process of its own.
 * Readers are told of all of them at once. Returns the labels of the revisions; the old files
 * stay until `removeSuperseded`. Throws when a revision cannot be made, and then none is
 * recorded. Call it with `afterOthers`.
 */
export const reviseDue = async (editionsDir: string, db: Kysely<Register>, revisedBy: string, words: readonly string[] = []): Promise<string[]> => {
  const hidden = await findHidden(db)
  const newlyHidden = await findNewlyHidden(db, hidden)
  const revisedAt = new Date().toISOString()
  const revised: Revised[] = []
  for (const edition of hidden.size === 0 && words.length === 0 ? [] : (await findEditions(db)).filter(isKept(editionsDir))) {
    const one = await revise({ editionsDir, db }, edition, hidden, newlyHidden, words, revisedAt)
    if (one !== null) revised.push(one)
  }
  if (revised.length > 0) await record(db, revised, revisedBy)
  const editions = await findEditions(db)
  const listed = await readEditionIndex(editionsDir)
  const isListed = editions.map(({ label }) => label).join() === listed.map(({ label }) => label).join()
  if (!isListed) await writeEditionIndex(editionsDir, editions)
  return revised.map(({ request }) => `${request.number}.${request.revision}`)
}

import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import type { Edition } from '#contract/editions.ts'
import type { Records } from '../db/records.ts'
import type { Register } from '../db/register.ts'
import { openForReading } from '../db/sqlite.ts'
import { editionFile, readEditionIndex, writeEditionIndex } from './edition-index.ts'
import { findEditions } from './find-editions.ts'
import type { ProtectionReason } from './protections.ts'
import type { MadeRevision, RevisionRequest } from './revise.ts'
import type { RevisionMessage, RevisionTask } from './revise-process.ts'

type Hidden = ReadonlyMap<number, ProtectionReason>

/** Everyone who is not fully public in the register, the stricter of a merged person and whom they were merged into. */
const findHidden = async (db: Kysely<Register>): Promise<Hidden> => {
  const { rows } = await sql<{ id: number; level: number }>`
    WITH RECURSIVE chain (id, next, depth) AS (
      SELECT id, id, 0 FROM detainee
      UNION SELECT chain.id, detainee.merged_into, depth + 1 FROM chain
        JOIN detainee ON detainee.id = chain.next
        WHERE detainee.merged_into IS NOT NULL AND depth < 50)
    SELECT chain.id AS id, MAX(CASE detainee.visibility WHEN 'withheld' THEN 2 WHEN 'name_withheld' THEN 1 ELSE 0 END) AS level
    FROM chain JOIN detainee ON detainee.id = chain.next GROUP BY chain.id HAVING level > 0`.execute(db)
  return new Map(rows.map(({ id, level }) => [id, level === 2 ? 'withheld' : 'name_withheld']))
}

/** Ids asked for in one statement. */
const atOnce = 500

/** Those of them who are shown with their name in an edition file. */
const findShown = async (file: string, hidden: Hidden): Promise<number[]> => {
  const edition = openForReading<Records>(file)
  try {
    const ids = [...hidden.keys()]
    const shown: number[] = []
    for (let start = 0; start < ids.length; start += atOnce) {
      const rows = await edition.db
        .selectFrom('detainee')
        .where('id', 'in', ids.slice(start, start + atOnce))
        .where('visibility', '=', 'public')
        .select('id')
        .execute()
      shown.push(...rows.map(({ id }) => id))
    }
    return shown
  } finally {
    await edition.close()
  }
}

const findNames = async (db: Kysely<Register>, ids: readonly number[]): Promise<string[]> => {
  const names: string[] = []
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce)
    const rows = await db.selectFrom('detainee_name').where('detainee_id', 'in', some).select('text').execute()
    names.push(...rows.map(({ text }) => text))
  }
  return names
}

const makeInChild = (task: RevisionTask): Promise<MadeRevision> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./revise-process.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('message', (message: RevisionMessage) => {
      if (message.kind === 'made') resolve(message.made)
      else reject(new Error(`Revising the edition failed: ${message.message}`))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Revising the edition ended early (exit ${String(code)})`)))
    child.send(task)
  })

type Due = { readonly edition: Edition; readonly people: readonly number[] }

/** The kept editions that show someone whom the register no longer shows. */
const findDue = async (editionsDir: string, editions: readonly Edition[], hidden: Hidden): Promise<Due[]> => {
  if (hidden.size === 0) return []
  const due: Due[] = []
  for (const edition of editions) {
    // A file that is not kept any more shows nobody.
    if (!existsSync(editionFile(editionsDir, edition))) continue
    const people = await findShown(editionFile(editionsDir, edition), hidden)
    if (people.length > 0) due.push({ edition, people })
  }
  return due
}

/** Labels of the kept editions that still show someone whom the register no longer shows. */
export const findEditionsDue = async (editionsDir: string, db: Kysely<Register>): Promise<string[]> =>
  (await findDue(editionsDir, await findEditions(db), await findHidden(db))).map(({ edition }) => edition.label)

const revise = async (editionsDir: string, db: Kysely<Register>, { edition, people }: Due, hidden: Hidden, revisedAt: string) => {
  const request: RevisionRequest = {
    number: edition.number,
    revision: edition.revision + 1,
    note: edition.note,
    publishedAt: edition.publishedAt,
    revisedAt,
    people: people.map((id) => ({ id, reason: hidden.get(id) ?? 'withheld' })),
    names: await findNames(db, people),
  }
  const file = editionFile(editionsDir, request)
  const beside = `${file}.new`
  try {
    const made = await makeInChild({ from: editionFile(editionsDir, edition), file: beside, request })
    await rename(beside, file)
    return { edition, request, made }
  } finally {
    await rm(beside, { force: true })
  }
}

type Revised = Awaited<ReturnType<typeof revise>>

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
 * Rewrites every kept edition that shows someone whom the register no longer shows, each as
 * its next revision, made in a process of its own. Readers are told of all of them at once.
 * Returns the labels of the revisions; the old files stay until `removeSuperseded`. Throws when
 * a revision cannot be made, and then none is put in place. Call it with `afterOthers`.
 */
export const reviseDue = async (editionsDir: string, db: Kysely<Register>, revisedBy: string): Promise<string[]> => {
  const hidden = await findHidden(db)
  const due = await findDue(editionsDir, await findEditions(db), hidden)
  const revisedAt = new Date().toISOString()
  const revised: Revised[] = []
  for (const one of due) revised.push(await revise(editionsDir, db, one, hidden, revisedAt))
  if (revised.length > 0) await record(db, revised, revisedBy)
  const editions = await findEditions(db)
  const listed = await readEditionIndex(editionsDir)
  const isListed = editions.map(({ label }) => label).join() === listed.map(({ label }) => label).join()
  if (!isListed) await writeEditionIndex(editionsDir, editions)
  return revised.map(({ request }) => `${request.number}.${request.revision}`)
}

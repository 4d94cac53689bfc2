import type { Kysely, Transaction } from 'kysely'
import type { ImportPreview } from '#contract/imports.ts'
import type { Register } from '../../db/register.ts'
import type { Counts } from '../../imports/report.ts'
import { writeTransaction } from '../write-transaction.ts'
import { checkRows, keepCounts, storedRows } from './check-import.ts'
import type { ImportBody } from './import-body.ts'
import { removeImportFile } from './import-files.ts'
import type { Tell } from './import-process.ts'
import { type StoredImport, findStored, settingsOf } from './stored-import.ts'

type Submission = { readonly id: number; readonly dataDir: string; readonly reason: string; readonly leaveOutOthers: boolean }

const stops = ['question', 'error', 'unchecked'] as const

const mostRounds = 6

const openIn = ({ states }: Counts): number => states.error + states.question

const leaveOutOthers = (db: Kysely<Register>, id: number): Promise<unknown> =>
  writeTransaction(db, (open) =>
    open.updateTable('import_row').set({ left_out: 1 }).where('import_id', '=', id).where('state', 'in', [...stops]).execute(),
  )

/** Empties the cells that no field was chosen for, and all of a row that is left out: what is not needed is not kept. */
const forgetTheRest = async (db: Kysely<Register>, id: number, columns: ReadonlySet<number>): Promise<void> => {
  for await (const rows of storedRows(db, id)) {
    await writeTransaction(db, async (open) => {
      for (const { row, cells, left_out } of rows) {
        const kept = (JSON.parse(cells) as string[]).map((cell, column) => (left_out === 0 && columns.has(column) ? cell : ''))
        const change = left_out === 1 ? { cells: '[]', fixes: null, title: '', problems: '[]', person_reason: null } : { cells: JSON.stringify(kept) }
        await open.updateTable('import_row').set(change).where('import_id', '=', id).where('row', '=', row).execute()
      }
    })
  }
}

/** The names of the columns, of all that was shown of the file. */
const headerOnly = (preview: string | null, headerRow: number): string | null => {
  if (preview === null) return null
  const kept: ImportPreview = JSON.parse(preview)
  return JSON.stringify({ ...kept, rows: kept.rows.filter(({ number }) => number === headerRow) })
}

/** The proposal as it waits: a new one, or the one that was returned. */
const propose = async (db: Transaction<Register>, stored: StoredImport, body: ImportBody, reason: string): Promise<number> => {
  const now = new Date().toISOString()
  const returned =
    stored.proposal_id === null
      ? undefined
      : await db.selectFrom('proposal').where('id', '=', stored.proposal_id).where('state', '=', 'returned').select(['id', 'version']).executeTakeFirst()
  if (returned !== undefined) {
    await db
      .updateTable('proposal')
      .set({ body: JSON.stringify(body), reason, state: 'waiting', version: returned.version + 1, updated_at: now, decided_by: null, decided_at: null, decision_reason: null })
      .where('id', '=', returned.id)
      .execute()
    return returned.id
  }
  const { id } = await db
    .insertInto('proposal')
    .values({ kind: 'import', record_id: null, base_version: null, change_kind: 'import', body: JSON.stringify(body), reason, state: 'waiting', author_id: stored.author_id, created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Checks every row once more and proposes the import. Where a row still stops and the others are not to go
 * ahead without it, says so and proposes nothing. Its file goes; its rows wait for the review.
 */
export const submitImport = async (db: Kysely<Register>, { id, dataDir, reason, leaveOutOthers: goAhead }: Submission, tell: Tell): Promise<void> => {
  const stored = await findStored(db, id)
  const settings = settingsOf(stored)
  if (settings === null) return
  let counts = await checkRows(db, id, settings, null, tell)
  // A row may rest on one that is left out: then it is left out, too.
  for (let rounds = goAhead ? mostRounds : 0; rounds > 0 && openIn(counts) > 0; rounds -= 1) {
    await leaveOutOthers(db, id)
    counts = await checkRows(db, id, settings, null, tell)
  }
  const open = openIn(counts)
  const ready = counts.states.fine + counts.states.warning
  if (open > 0) {
    await keepCounts(db, id, counts, `${open} rows cannot go in yet. Correct them, leave them out, or let the others go ahead without them.`)
    return
  }
  if (ready === 0) {
    await keepCounts(db, id, counts, 'No row can go in. Correct some, then submit again.')
    return
  }
  await forgetTheRest(db, id, new Set(settings.columns.map(({ column }) => column)))
  const body: ImportBody = { importId: id, importKind: stored.kind, fileName: stored.file_name, sha256: stored.sha256, rows: ready, leftOut: counts.states.left_out }
  await writeTransaction(db, async (transaction) => {
    const proposal = await propose(transaction, stored, body, reason)
    await transaction
      .updateTable('import_job')
      .set((eb) => ({ state: 'submitted', proposal_id: proposal, counts: JSON.stringify(counts), preview: headerOnly(stored.preview, settings.headerRow), message: null, version: eb('version', '+', 1), updated_at: new Date().toISOString() }))
      .where('id', '=', id)
      .execute()
  })
  await removeImportFile(dataDir, id)
}

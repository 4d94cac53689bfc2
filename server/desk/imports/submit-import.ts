import type { Kysely, Transaction } from 'kysely'
import { counted } from '#contract/charts/format-count.ts'
import type { ImportPreview } from '#contract/import-view.ts'
import type { Register } from '../../db/register.ts'
import type { Counts } from '../../imports/report.ts'
import { writeTransaction } from '../write-transaction.ts'
import { checkRows, checkedAs, keepCounts, storedRows } from './check-import.ts'
import type { ImportBody } from './import-body.ts'
import { removeImportFile } from './import-files.ts'
import type { Tell } from './import-process.ts'
import { type StoredImport, findStored, settingsOf } from './stored-import.ts'

type Submission = { readonly id: number; readonly dataDir: string; readonly reason: string; readonly leaveOutOthers: boolean }

const stops = ['question', 'error', 'unchecked'] as const

const mostRounds = 6

const openIn = ({ states }: Counts): number => states.error + states.question

/** Whether rows are about the person of another row: one may rest on a row that is left out, and is then left out, too. */
const restsOnRows = async (db: Kysely<Register>, id: number): Promise<boolean> =>
  (await db.selectFrom('import_row').where('import_id', '=', id).where('person', 'like', 'row %').select('row').limit(1).executeTakeFirst()) !== undefined

const withoutOpen = (counts: Counts): Counts => ({
  ...counts,
  states: { ...counts.states, question: 0, error: 0, left_out: counts.states.left_out + openIn(counts) },
})

const leaveOutOthers = (db: Kysely<Register>, id: number): Promise<unknown> =>
  writeTransaction(db, async (open) => {
    await open.updateTable('import_row').set({ left_out: 1, state: 'left_out' }).where('import_id', '=', id).where('state', 'in', [...stops]).execute()
    // Stopped before the proposal is made, the counts would still be those of before.
    await open.updateTable('import_job').set({ checked_as: null }).where('id', '=', id).execute()
  })

/** Empties the cells that no field was chosen for, and all of a row that is left out: what is not needed is not kept. */
const forgetTheRest = async (db: Kysely<Register>, id: number, columns: ReadonlySet<number>): Promise<void> => {
  for await (const rows of storedRows(db, id)) {
    const changes = rows.flatMap(({ row, cells, left_out }) => {
      if (left_out === 1) return [{ row, change: { cells: '[]', fixes: null, title: '', problems: '[]', person_reason: null, not_person: null } }]
      const kept = JSON.stringify((JSON.parse(cells) as string[]).map((cell, column) => (columns.has(column) ? cell : '')))
      return kept === cells ? [] : [{ row, change: { cells: kept } }]
    })
    if (changes.length === 0) continue
    await writeTransaction(db, async (open) => {
      for (const { row, change } of changes) {
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
  const isKnown = stored.counts !== null && stored.checked_as === (await checkedAs(db, stored.version))
  let counts: Counts = isKnown ? JSON.parse(stored.counts ?? '') : await checkRows(db, id, settings, null, tell)
  for (let rounds = goAhead ? mostRounds : 0; rounds > 0 && openIn(counts) > 0; rounds -= 1) {
    await leaveOutOthers(db, id)
    counts = (await restsOnRows(db, id)) ? await checkRows(db, id, settings, null, tell) : withoutOpen(counts)
  }
  const open = openIn(counts)
  const ready = counts.states.fine + counts.states.warning
  if (open > 0) {
    await keepCounts(db, id, counts, `${counted(open, 'row', 'rows')} cannot go in yet. Correct them, leave them out, or let the others go ahead without them.`, null)
    return
  }
  if (ready === 0) {
    await keepCounts(db, id, counts, 'No row can go in. Correct some, then submit again.', null)
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

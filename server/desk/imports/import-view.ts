import type { Kysely } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { Import, ImportPreview, ImportRow, ImportSummary } from '#contract/import-view.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { listImportRows } from '#contract/imports.ts'
import type { Register } from '../../db/register.ts'
import { findAccountNames } from '../accounts/accounts.queries.ts'
import type { ImportTasks } from './import-tasks.ts'
import { type StoredImport, type StoredRow, cellsOf, fixesOf, findStored, settingsOf } from './stored-import.ts'

const summaryOf = (stored: StoredImport, author: string): ImportSummary => ({
  id: stored.id,
  kind: stored.kind,
  fileName: stored.file_name,
  bytes: stored.bytes,
  state: stored.state,
  author: { id: stored.author_id, name: author },
  version: stored.version,
  createdAt: stored.created_at,
  updatedAt: stored.updated_at,
  proposalId: stored.proposal_id,
  counts: stored.counts === null ? null : JSON.parse(stored.counts),
})

const nobody = 'Someone who has left'

/** The newest imports. */
export const findImports = async (db: Kysely<Register>): Promise<ImportSummary[]> => {
  const rows = await db.selectFrom('import_job').selectAll().orderBy('id', 'desc').limit(100).execute()
  const names = await findAccountNames(db, [...new Set(rows.map(({ author_id }) => author_id))])
  return rows.map((row) => summaryOf(row, names.get(row.author_id) ?? nobody))
}

const previewOf = ({ preview }: StoredImport): ImportPreview | null => (preview === null ? null : JSON.parse(preview))

/** An import as this account sees it. Throws 404. */
export const viewImport = async (db: Kysely<Register>, id: number, account: Account, tasks: ImportTasks): Promise<Import> => {
  const stored = await findStored(db, id)
  const names = await findAccountNames(db, [stored.author_id])
  const proposal =
    stored.proposal_id === null
      ? undefined
      : await db.selectFrom('proposal').where('id', '=', stored.proposal_id).select(['state', 'changeset_id']).executeTakeFirst()
  return {
    ...summaryOf(stored, names.get(stored.author_id) ?? nobody),
    sha256: stored.sha256,
    settings: settingsOf(stored),
    preview: previewOf(stored),
    task: tasks.progressOf(id),
    message: stored.message,
    proposalState: proposal?.state ?? null,
    changesetId: proposal?.changeset_id ?? null,
    mayEdit: stored.author_id === account.id && (stored.state === 'mapping' || stored.state === 'checked'),
  }
}

const rowView = (row: StoredRow, columns: readonly number[]): ImportRow => {
  const cells = cellsOf(row)
  const fixes = fixesOf(row)
  return {
    row: row.row,
    cells: columns.map((column) => ({ column, value: cells[column] ?? '', fixed: String(column) in fixes })),
    title: row.title,
    state: row.state,
    problems: JSON.parse(row.problems),
    leftOut: row.left_out === 1,
    person: row.person,
    personReason: row.person_reason,
    record: row.record,
  }
}

const mappedColumns = (stored: StoredImport): number[] =>
  (settingsOf(stored)?.columns ?? []).map(({ column }) => column).toSorted((a, b) => a - b)

/** The names of a file's columns, as its header row gives them. */
export const headerOf = (stored: StoredImport): readonly string[] => {
  const headerRow = settingsOf(stored)?.headerRow
  return previewOf(stored)?.rows.find(({ number }) => number === headerRow)?.cells ?? []
}

/** A page of rows. Throws 404. */
export const findImportRows = async (db: Kysely<Register>, id: number, { state, problem, after, limit }: QueryOf<typeof listImportRows>) => {
  const stored = await findStored(db, id)
  let query = db.selectFrom('import_row').where('import_id', '=', id)
  if (state !== undefined) query = query.where('state', '=', state)
  // Problems are kept as JSON; a code is letters and underscores, so that this finds it and nothing else.
  if (problem !== undefined) query = query.where('problems', 'like', `%"code":"${problem}"%`)
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query.where('row', '>', after).selectAll().orderBy('row').limit(limit + 1).execute()
  const shown = rows.slice(0, limit)
  const columns = mappedColumns(stored)
  return {
    header: [...headerOf(stored)],
    data: shown.map((row) => rowView(row, columns)),
    total,
    next: rows.length > limit ? (shown.at(-1)?.row ?? null) : null,
  }
}

export const viewRow = async (db: Kysely<Register>, id: number, row: number): Promise<ImportRow> => {
  const stored = await findStored(db, id)
  const found = await db.selectFrom('import_row').where('import_id', '=', id).where('row', '=', row).selectAll().executeTakeFirstOrThrow()
  return rowView(found, mappedColumns(stored))
}

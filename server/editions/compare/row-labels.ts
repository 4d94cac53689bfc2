import type { Kysely } from 'kysely'
import { noteKindLabels, sentenceKindLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Records } from '../../db/records.ts'
import { findPrimaryNames } from '../../features/common/primary-name.ts'
import { cellName } from '../../features/sources/count-words.ts'
import { labelled } from '../../features/sources/held-values.ts'
import type { ComparedRow } from './compared-rows.ts'

/*
 * What the rows that hang on a record are called: their numbers say nothing to a reader. Only
 * rows that may be shown come here (compared-rows.ts), and so the people in them.
 */

export const rowKey = ({ table, id }: Pick<ComparedRow, 'table' | 'id'>): string => `${table} ${id}`

const textOf = ({ values }: ComparedRow, field: string): string | null => {
  const value = values.get(field) ?? null
  return value === null ? null : String(value)
}

const countryOf = (row: ComparedRow): string | null => {
  const code = textOf(row, 'country')
  return code === null ? null : countryName(code)
}

const byTable: Readonly<Record<string, (row: ComparedRow) => string | null>> = {
  release_count: (row) => cellName({ dimension: textOf(row, 'dimension') ?? '', cell: textOf(row, 'cell') ?? '' }),
  event_note: (row) =>
    [labelled(noteKindLabels, textOf(row, 'kind') ?? ''), textOf(row, 'said_by')].filter((words) => words !== null).join(', '),
  detainee_name: (row) => textOf(row, 'text'),
  detainee_citizenship: countryOf,
  detention: countryOf,
  charge: (row) => textOf(row, 'article'),
  sentence: (row) => labelled(sentenceKindLabels, textOf(row, 'kind') ?? ''),
  recognition: (row) => textOf(row, 'recognised_by'),
}

/** The rows that point to another record by its id, and are called by its title. */
const pointers: Readonly<Record<string, string>> = {
  release_person: 'detainee_id',
  release_sanction: 'sanctions_action_id',
  evidence: 'source_id',
}

/** SQLite takes so many values in one question, and more. */
const atOnce = 10_000

const findPointedAt = async (db: Kysely<Records>, table: string, ids: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  if (ids.length === 0) return new Map()
  if (table === 'release_person') return new Map([...(await findPrimaryNames(db, ids))].map(([id, { text }]) => [id, text]))
  if (table === 'release_sanction') {
    const columns = ['id', 'authority', 'action', 'target', 'commodity'] as const
    const rows = await db.selectFrom('sanctions_action').where('id', 'in', ids).select(columns).execute()
    return new Map(rows.map((row) => [row.id, sanctionsActionTitle(row)]))
  }
  const rows = await db.selectFrom('source').where('id', 'in', ids).select(['id', 'publisher', 'title']).execute()
  return new Map(rows.map(({ id, publisher, title }) => [id, `SRC-${id}, ${publisher ?? title ?? 'title not stated'}`]))
}

/** A label for each row, by `rowKey`; a record is called as in the later edition, where it is in both. */
export const labelRows = async (a: Kysely<Records>, b: Kysely<Records>, rows: readonly ComparedRow[]): Promise<ReadonlyMap<string, string>> => {
  const labels = new Map<string, string>()
  for (const row of rows) {
    const label = byTable[row.table]?.(row) ?? null
    if (label !== null) labels.set(rowKey(row), label)
  }
  for (const [table, field] of Object.entries(pointers)) {
    const pointing = rows.filter((row) => row.table === table)
    const ids = [...new Set(pointing.map((row) => Number(row.values.get(field))))]
    const called = new Map<number, string>()
    for (let start = 0; start < ids.length; start += atOnce) {
      const some = ids.slice(start, start + atOnce)
      for (const db of [a, b]) for (const [id, label] of await findPointedAt(db, table, some)) called.set(id, label)
    }
    for (const row of pointing) {
      const label = called.get(Number(row.values.get(field)))
      if (label !== undefined) labels.set(rowKey(row), label)
    }
  }
  return labels
}

import type { Kysely } from 'kysely'
import type { ProposedChange } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import type { RootRecord } from '../../register/changeset.ts'
import type { ChangedRow } from '../../register/undo/plan.ts'
import { rootOf } from '../../register/undo/roots.ts'
import type { Row } from '../../register/undo/rows.ts'
import { Shadow } from '../../register/undo/shadow.ts'
import { fieldWords, fieldsIn, rowWords, tableWords, valueWords } from './row-words.ts'

/** As many are told one by one; an import may have added a million. */
const mostTold = 300

const prefixes: Readonly<Record<RootRecord['table'], string>> = { detainee: 'D', release_event: 'R', sanctions_action: 'S', source: 'SRC' }

/** "D-12" */
export const refOf = ({ table, id }: RootRecord): string => `${prefixes[table]}-${id}`

const change = (label: string, before: string | null, after: string | null): ProposedChange => ({ label, before, after, evidence: [] })

const changesOf = ({ table, before, after }: ChangedRow, of: string): ProposedChange[] => {
  const label = `${of}${tableWords[table]}`
  if (before === null || after === null) {
    return [change(label, before && rowWords(table, before), after && rowWords(table, after))]
  }
  const said = (row: Row, field: string) => valueWords(table, row, field)
  const fields = fieldsIn(after).filter((field) => said(before, field) !== said(after, field))
  const which = table === 'evidence' ? ` for ${String(after['field'])}` : ''
  return fields.map((field) => change(`${label}${which}: ${fieldWords(field).toLowerCase()}`, said(before, field), said(after, field)))
}

/**
 * Rows before and after, in words a reviewer reads: one entry for each field of a row that is
 * changed, one for a row that is added or removed. Each begins with its record, unless `within`
 * says that all of them are of one.
 */
export const changesOfRows = async (
  db: Kysely<Register>,
  rows: readonly ChangedRow[],
  within: RootRecord | null = null,
): Promise<ProposedChange[]> => {
  const shadow = new Shadow(db)
  const told = rows.slice(0, mostTold)
  // Parts whose own record is among the rows are looked up there, not in the register.
  for (const { table, id, before, after } of rows) await shadow.put(table, id, after ?? before)
  const changes: ProposedChange[] = []
  for (const row of told) {
    const side = row.after ?? row.before
    const root = side === null ? null : await rootOf(shadow, row.table, row.id, side)
    const isWithin = root !== null && root.table === within?.table && root.id === within.id
    changes.push(...changesOf(row, root === null || isWithin ? '' : `${refOf(root)} · `))
  }
  const left = rows.length - told.length
  return left === 0 ? changes : [...changes, change('And more', null, `${left} more rows`)]
}

/** What changes of rows come to in the end: each row once, as it was before the first and after the last. */
export const netRows = (changes: readonly { readonly table: ChangedRow['table']; readonly row: number; readonly before: Row | null; readonly after: Row | null; readonly redacted: boolean }[]): ChangedRow[] => {
  const net = new Map<string, ChangedRow>()
  for (const { table, row: id, before, after, redacted } of changes) {
    if (redacted) continue
    const key = `${table} ${id}`
    net.set(key, { table, id, before: net.has(key) ? (net.get(key)?.before ?? null) : before, after })
  }
  return [...net.values()].filter(({ before, after }) => before !== null || after !== null)
}

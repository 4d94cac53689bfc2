import type { Kysely } from 'kysely'
import type { Register } from '../db/register.ts'
import type { RootRecord } from './changeset.ts'
import { rootOf } from './undo/roots.ts'
import type { RecordTable, Row } from './undo/rows.ts'
import { Shadow } from './undo/shadow.ts'

const shown = {
  detainee: { prefix: 'D', pages: '/detainees' },
  release_event: { prefix: 'R', pages: '/release-events' },
  sanctions_action: { prefix: 'S', pages: '/sanctions-actions' },
  source: { prefix: 'SRC', pages: '/sources' },
} as const satisfies Record<RootRecord['table'], unknown>

/** The number of the record that a row belongs to, as staff know it: "R-1". Null for a row of none. */
export const refOfRow = async (db: Kysely<Register>, table: RecordTable, row: Row): Promise<string | null> => {
  const root = await rootOf(new Shadow(db), table, Number(row['id']), row)
  return root === null ? null : `${shown[root.table].prefix}-${root.id}`
}

/** Where the record with this number is shown. */
export const pageOfRef = (ref: string): string => {
  const [prefix, id] = ref.split('-')
  return `${Object.values(shown).find((one) => one.prefix === prefix)?.pages ?? ''}/${id}`
}

import type { Kysely } from 'kysely'
import type { MergeField, MergeSide } from '#contract/merge.ts'
import type { Register } from '../../db/register.ts'
import { type RecordTable, type Row, findRow } from '../../register/undo/rows.ts'

/** Columns of each thing a person has one of, and the evidence fields that speak of it. */
export const fieldColumns: Readonly<Record<MergeField, { readonly columns: readonly string[]; readonly value: Readonly<Record<string, string>> }>> = {
  sex: { columns: ['sex'], value: { sex: 'sex' } },
  birth: { columns: ['birth_edtf', 'birth_earliest', 'birth_latest', 'birth_basis'], value: { birth: 'birth_edtf' } },
  description: { columns: ['description'], value: { description: 'description' } },
  occupation: { columns: ['occupation'], value: { occupation: 'occupation' } },
  status: {
    columns: ['status', 'status_as_of_edtf', 'status_as_of_earliest', 'status_as_of_latest', 'status_as_of_basis'],
    value: { status: 'status', statusAsOf: 'status_as_of_edtf' },
  },
}

const unstated = new Set<unknown>([null, 'not_stated', 'unknown'])

/** True when a person states anything of a field. */
export const isStated = (row: Row, field: MergeField): boolean => {
  const [main] = Object.values(fieldColumns[field].value)
  return main !== undefined && !unstated.has(row[main] ?? null)
}

const isEqual = (a: Row, b: Row, columns: readonly string[]): boolean => columns.every((column) => a[column] === b[column])

/** Whose value of a field stands without anybody choosing; null where both state something else. */
export const sideOfField = (keep: Row, drop: Row, field: MergeField): MergeSide | null => {
  if (isEqual(keep, drop, fieldColumns[field].columns) || !isStated(drop, field)) return 'keep'
  return isStated(keep, field) ? null : 'drop'
}

export const releaseColumns = ['destination', 'destination_state', 'departure_mode', 'restrictions', 'onward_country', 'onward_edtf', 'onward_earliest', 'onward_latest', 'onward_basis'] as const

/** The same as a reader knows them. */
export const releaseFields = ['destination', 'destination_state', 'departure_mode', 'restrictions', 'onward_country', 'onward'] as const

/** The columns that evidence of a release speaks of, by its field. */
export const releaseValues = {
  destination: 'destination',
  destinationState: 'destination_state',
  departureMode: 'departure_mode',
  restrictions: 'restrictions',
  onwardCountry: 'onward_country',
  onward: 'onward_edtf',
} as const

const isReleaseStated = (row: Row): boolean => releaseColumns.some((column) => !unstated.has(row[column] ?? null))

/** The same for where both were taken in one event. */
export const sideOfRelease = (keep: Row, drop: Row): MergeSide | null => {
  if (isEqual(keep, drop, releaseColumns) || !isReleaseStated(drop)) return 'keep'
  return isReleaseStated(keep) ? null : 'drop'
}

const find = async (db: Kysely<Register>, table: 'detainee_name' | 'release_person' | 'detention' | 'recognition' | 'detainee_citizenship', person: number): Promise<Row[]> =>
  // The tables share the column; their rows are told apart by it alone.
  (await db.selectFrom(table as 'detainee_name').where('detainee_id', '=', person).selectAll().orderBy('id').execute()) as unknown as Row[]

/** Everything of one person that a merge moves. */
export const findSide = async (db: Kysely<Register>, id: number) => ({
  row: await findRow(db, 'detainee', id),
  names: await find(db, 'detainee_name', id),
  citizenships: await find(db, 'detainee_citizenship', id),
  detentions: await find(db, 'detention', id),
  recognitions: await find(db, 'recognition', id),
  releases: await find(db, 'release_person', id),
})

/** Pieces of evidence on one row, as rows. */
export const findEvidenceOn = async (db: Kysely<Register>, table: RecordTable, id: number): Promise<Row[]> =>
  (await db.selectFrom('evidence').where('record_table', '=', table).where('record_id', '=', id).selectAll().orderBy('id').execute()) as unknown as Row[]

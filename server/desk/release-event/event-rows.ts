import type { Kysely, Selectable } from 'kysely'
import type { RecordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'

type Row<Table extends keyof RecordTables> = Selectable<RecordTables[Table]>

/** One release event as the register keeps it: its row, the rows in it, and what supports them. */
export type EventRows = {
  readonly event: Row<'release_event'>
  readonly counts: readonly Row<'release_count'>[]
  readonly people: readonly Row<'release_person'>[]
  readonly links: readonly Row<'release_sanction'>[]
  readonly notes: readonly Row<'event_note'>[]
  readonly evidence: readonly Row<'evidence'>[]
}
export type EvidenceRow = Row<'evidence'>

/** The tables of the rows in an event, by what the write body calls them. */
export const partTables = {
  counts: 'release_count',
  people: 'release_person',
  links: 'release_sanction',
  notes: 'event_note',
} as const
export type Part = keyof typeof partTables
export const parts = Object.keys(partTables) as Part[]

const findParts = <P extends Part>(db: Kysely<Register>, part: P, eventId: number): Promise<Row<(typeof partTables)[P]>[]> =>
  // The four tables share these two columns; Kysely cannot see that of a table it does not know.
  db
    .selectFrom(partTables[part] as 'release_count')
    .where('release_event_id', '=', eventId)
    .selectAll()
    .orderBy('id')
    .execute() as unknown as Promise<Row<(typeof partTables)[P]>[]>

const idsOf = (rows: readonly { readonly id: number }[]): number[] => rows.map((row) => row.id)

const findEvidence = async (db: Kysely<Register>, table: string, ids: readonly number[]): Promise<EvidenceRow[]> =>
  ids.length === 0
    ? []
    : db
        .selectFrom('evidence')
        .where('record_table', '=', table)
        .where('record_id', 'in', ids)
        .selectAll()
        .orderBy('id')
        .execute()

/** Everything the register holds of one event, or null. */
export const findEventRows = async (db: Kysely<Register>, id: number): Promise<EventRows | null> => {
  const event = await db.selectFrom('release_event').where('id', '=', id).selectAll().executeTakeFirst()
  if (!event) return null
  const rows = {
    counts: await findParts(db, 'counts', id),
    people: await findParts(db, 'people', id),
    links: await findParts(db, 'links', id),
    notes: await findParts(db, 'notes', id),
  }
  const evidence = await findEvidence(db, 'release_event', [id])
  for (const part of parts) evidence.push(...(await findEvidence(db, partTables[part], idsOf(rows[part]))))
  return { event, ...rows, evidence }
}

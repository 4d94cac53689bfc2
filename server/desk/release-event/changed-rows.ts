import { type Kysely, sql } from 'kysely'
import type { Register } from '../../db/register.ts'
import { type EventRows, findEventRows, partTables, parts } from './event-rows.ts'

type Sides = { before: unknown; after: unknown }
type Row = { readonly id: number }

/**
 * The rows of an event that a changeset wrote, by table and number: as they were before it and
 * after it. One changeset may have written many events; evidence of all of them is among these.
 */
const findNetChanges = async (
  db: Kysely<Register>,
  changesetId: number,
  eventId: number,
): Promise<Map<string, Map<number, Sides>>> => {
  const changes = await db
    .selectFrom('change')
    .innerJoin('change_value', 'change_value.change_id', 'change.id')
    .where('changeset_id', '=', changesetId)
    .where((eb) =>
      eb.or([
        eb.and([eb('table_name', '=', 'release_event'), eb('record_id', '=', eventId)]),
        eb.and([
          eb('table_name', 'in', Object.values(partTables)),
          sql<boolean>`${eventId} IN (value ->> '$.before.release_event_id', value ->> '$.after.release_event_id')`,
        ]),
        eb('table_name', '=', 'evidence'),
      ]),
    )
    .select(['table_name', 'record_id', 'value'])
    .orderBy('change.id')
    .execute()
  const net = new Map<string, Map<number, Sides>>()
  for (const { table_name: table, record_id: id, value } of changes) {
    const rows = net.get(table) ?? new Map<number, Sides>()
    const { before, after } = JSON.parse(value) as Sides
    rows.set(id, { before: rows.has(id) ? rows.get(id)?.before : before, after })
    net.set(table, rows)
  }
  return net
}

/**
 * An event before and after a changeset. Rows it did not touch are given as they are now on
 * both sides, so they make no difference. A side is null where the event was not there, or
 * where what is left of the history does not say.
 */
export const findEventAround = async (
  db: Kysely<Register>,
  changesetId: number,
  eventId: number,
): Promise<{ readonly before: EventRows | null; readonly after: EventRows | null }> => {
  const net = await findNetChanges(db, changesetId, eventId)
  const present = await findEventRows(db, eventId)
  const around = <R extends Row>(table: string, rows: readonly R[], side: keyof Sides): R[] => {
    const changed = net.get(table)
    const untouched = rows.filter((row) => !changed?.has(row.id))
    const then = [...(changed?.values() ?? [])].flatMap((sides) => (sides[side] ? [sides[side] as R] : []))
    return [...untouched, ...then].toSorted((a, b) => a.id - b.id)
  }
  const on = (side: keyof Sides): EventRows | null => {
    const event = around('release_event', present ? [present.event] : [], side).find((row) => row.id === eventId)
    if (!event) return null
    const rows = {
      counts: around(partTables.counts, present?.counts ?? [], side),
      people: around(partTables.people, present?.people ?? [], side),
      links: around(partTables.links, present?.links ?? [], side),
      notes: around(partTables.notes, present?.notes ?? [], side),
    }
    const own = new Set([
      `release_event ${eventId}`,
      ...parts.flatMap((part) => rows[part].map((row) => `${partTables[part]} ${row.id}`)),
    ])
    const evidence = around('evidence', present?.evidence ?? [], side)
    return { event, ...rows, evidence: evidence.filter((row) => own.has(`${row.record_table} ${row.record_id}`)) }
  }
  return { before: on('before'), after: on('after') }
}

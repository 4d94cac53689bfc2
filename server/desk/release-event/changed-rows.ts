import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { type EventRows, findEventRows, partTables } from './event-rows.ts'

type Sides = { before: unknown; after: unknown }
type Row = { readonly id: number }

/** The rows a changeset wrote, by table and number: as they were before it and after it. */
const findNetChanges = async (db: Kysely<Register>, changesetId: number): Promise<Map<string, Map<number, Sides>>> => {
  const changes = await db
    .selectFrom('change')
    .innerJoin('change_value', 'change_value.change_id', 'change.id')
    .where('changeset_id', '=', changesetId)
    .where('table_name', 'in', ['release_event', 'evidence', ...Object.values(partTables)])
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
  const net = await findNetChanges(db, changesetId)
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
    return {
      event,
      counts: around(partTables.counts, present?.counts ?? [], side),
      people: around(partTables.people, present?.people ?? [], side),
      links: around(partTables.links, present?.links ?? [], side),
      notes: around(partTables.notes, present?.notes ?? [], side),
      evidence: around('evidence', present?.evidence ?? [], side),
    }
  }
  return { before: on('before'), after: on('after') }
}

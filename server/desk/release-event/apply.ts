import type { Transaction } from 'kysely'
import { boundsOf } from '#contract/count-write.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Register } from '../../db/register.ts'
import type { OpenChangeset } from '../../register/changeset.ts'
import { insertRow } from '../../register/insert-row.ts'
import { dateColumns } from '../../register/load-dates.ts'
import { enterDestinations } from './destinations.ts'
import { type EventRows, findEventRows } from './event-rows.ts'
import { isSayable, wantedEvidence } from './evidence.ts'
import { type AddedPerson, addPerson } from './people.ts'
import { enterSources } from '../record/sources.ts'
import { syncRows } from '../record/sync-rows.ts'
import { dateFrom } from '../record/typed-date.ts'

type Db = Transaction<Register>

const eventColumns = ({ title, date, country, basis, summary }: ReleaseEventWrite) => ({
  title,
  ...dateColumns('date', dateFrom(date)),
  country,
  basis,
  summary,
})

const writeEvent = async (db: Db, body: ReleaseEventWrite, rows: EventRows | null): Promise<number> => {
  const columns = eventColumns(body)
  if (!rows) {
    const added = await db.insertInto('release_event').values(columns).returning('id').executeTakeFirstOrThrow()
    return added.id
  }
  const before: Readonly<Record<string, unknown>> = rows.event
  if (Object.entries(columns).some(([name, value]) => before[name] !== value)) {
    await db.updateTable('release_event').set(columns).where('id', '=', rows.event.id).execute()
  }
  return rows.event.id
}

const countRows = (eventId: number, counts: ReleaseEventWrite['counts']) =>
  counts.map((count) => ({
    id: count.id,
    release_event_id: eventId,
    dimension: count.dimension,
    cell: count.cell,
    relation: count.relation,
    ...boundsOf(count),
    best: count.best,
    qualifier: count.qualifier,
    population: count.population,
    said_by: count.saidBy,
    state: count.state,
  }))

const linkRows = (eventId: number, links: ReleaseEventWrite['links']) =>
  links.map((link) => ({
    id: link.id,
    release_event_id: eventId,
    sanctions_action_id: link.sanctionsActionId,
    relation: link.relation,
    said_by: link.saidBy,
  }))

const noteRows = (eventId: number, notes: ReleaseEventWrite['notes']) =>
  notes.map((note) => ({
    id: note.id,
    release_event_id: eventId,
    kind: note.kind,
    said_by: note.saidBy,
    said_by_role: note.saidByRole,
    text: note.text,
  }))

/** The people of the body as rows; those not in the register yet are added to it, by their place in the body. */
const personRows = async (db: Db, changeset: OpenChangeset, eventId: number, people: ReleaseEventWrite['people']) => {
  const added = new Map<number, AddedPerson>()
  const rows = []
  for (const [index, person] of people.entries()) {
    const fresh = person.newPerson && (await addPerson(db, changeset, person.newPerson))
    if (fresh) added.set(index, fresh)
    rows.push({
      id: person.id,
      release_event_id: eventId,
      detainee_id: fresh?.detaineeId ?? person.detaineeId,
      destination: person.destination,
      destination_state: person.destinationState,
      departure_mode: person.departureMode,
      restrictions: person.restrictions,
      onward_country: person.onwardCountry,
      ...dateColumns('onward', dateFrom(person.onward)),
    })
  }
  return { rows, added }
}

/** What names a new person in the event says their name, too. */
const supportNames = async (
  db: Db,
  body: ReleaseEventWrite,
  added: ReadonlyMap<number, AddedPerson>,
  sources: ReadonlyMap<string, number>,
): Promise<void> => {
  for (const [index, { nameId }] of added) {
    const main = body.people[index]?.evidence.filter((item) => item.field === null || item.field === 'releaseEvent') ?? []
    for (const { source, quote, saidBy } of main) {
      await insertRow(db, 'evidence', {
        source_id: sources.get(source) ?? 0,
        record_table: 'detainee_name',
        record_id: nameId,
        field: 'text',
        quote,
        asserts: body.people[index]?.newPerson?.name ?? null,
        said_by: saidBy,
      })
    }
  }
}

/**
 * Makes a release event what the body says, inside an open changeset; a null id is a new
 * one. Only what differs is written. Returns its number.
 */
export const applyReleaseEvent = async (
  db: Db,
  changeset: OpenChangeset,
  id: number | null,
  body: ReleaseEventWrite,
): Promise<number> => {
  const rows = id === null ? null : await findEventRows(db, id)
  const sources = await enterSources(db, changeset, body.sources)
  await enterDestinations(db, body)
  const eventId = await writeEvent(db, body, rows)
  const people = await personRows(db, changeset, eventId, body.people)
  const placed = {
    eventId,
    sources,
    // A claim gives up "used" before another takes it: there is one for each thing counted.
    counts: await syncRows(db, 'release_count', rows?.counts ?? [], countRows(eventId, body.counts), {
      identity: ['dimension', 'cell'],
      first: (row) => row.state !== 'used',
    }),
    people: await syncRows(db, 'release_person', rows?.people ?? [], people.rows, { identity: ['detainee_id'] }),
    links: await syncRows(db, 'release_sanction', rows?.links ?? [], linkRows(eventId, body.links), {
      identity: ['sanctions_action_id', 'relation'],
    }),
    notes: await syncRows(db, 'event_note', rows?.notes ?? [], noteRows(eventId, body.notes)),
  }
  await syncRows(db, 'evidence', rows?.evidence.filter(isSayable) ?? [], wantedEvidence(body, placed, rows))
  await supportNames(db, body, people.added, sources)
  await changeset.touch({ table: 'release_event', id: eventId })
  return eventId
}

/** Takes an event and everything in it out of the register; the history keeps it. */
export const retractReleaseEvent = async (db: Db, changeset: OpenChangeset, id: number): Promise<void> => {
  const rows = await findEventRows(db, id)
  if (!rows) return
  await syncRows(db, 'evidence', rows.evidence, [])
  await syncRows(db, 'event_note', rows.notes, [])
  await syncRows(db, 'release_sanction', rows.links, [])
  await syncRows(db, 'release_person', rows.people, [])
  await syncRows(db, 'release_count', rows.counts, [])
  await db.deleteFrom('release_event').where('id', '=', id).execute()
  await changeset.touch({ table: 'release_event', id })
}

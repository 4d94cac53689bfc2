import type { Kysely } from 'kysely'
import type { Evidence } from '#contract/common.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Claim, ReleaseEvent, ReleasedPerson } from '#contract/release-events.ts'
import type { Records } from '../../db/records.ts'
import { afterReleaseColumns, afterReleaseOf, isOfRelease } from '../common/after-release.ts'
import { dateColumns, dateOf, notStatedDate } from '../common/dates.ts'
import { findEvidence } from '../common/evidence.ts'
import { findPrimaryNames } from '../common/primary-name.ts'
import { findLedger } from './ledger.queries.ts'

const findClaims = async (db: Kysely<Records>, eventId: number): Promise<Claim[]> => {
  const rows = await db
    .selectFrom('release_count')
    .where('release_event_id', '=', eventId)
    .select([
      'id',
      'dimension',
      'cell',
      'relation',
      'lowest',
      'best',
      'highest',
      'qualifier',
      'population',
      'said_by as saidBy',
      'state',
    ])
    .orderBy('dimension', 'desc')
    .orderBy('best', 'desc')
    .orderBy('id')
    .execute()
  return rows as Claim[]
}

const findPeople = async (db: Kysely<Records>, eventId: number): Promise<ReleasedPerson[]> => {
  const rows = await db
    .selectFrom('release_person')
    .innerJoin('detainee', 'detainee.id', 'release_person.detainee_id')
    .where('release_event_id', '=', eventId)
    .select([
      'release_person.id',
      'detainee.id as detainee_id',
      'detainee.description',
      'destination',
      'destination_state',
      'departure_mode',
      ...afterReleaseColumns,
    ])
    .orderBy('release_person.id')
    .execute()
  const names = await findPrimaryNames(db, rows.map((row) => row.detainee_id))
  return rows.map((row) => ({
    id: row.id,
    detainee: {
      id: row.detainee_id,
      ref: `D-${row.detainee_id}`,
      name: names.get(row.detainee_id)?.text ?? null,
      lang: names.get(row.detainee_id)?.lang ?? null,
      description: row.description,
    },
    destination: row.destination,
    destinationState: row.destination_state as ReleasedPerson['destinationState'],
    departureMode: row.departure_mode as ReleasedPerson['departureMode'],
    ...afterReleaseOf(row),
  }))
}

const findLinkedSanctions = async (db: Kysely<Records>, eventId: number): Promise<ReleaseEvent['sanctions']> => {
  const rows = await db
    .selectFrom('release_sanction')
    .innerJoin('sanctions_action', 'sanctions_action.id', 'release_sanction.sanctions_action_id')
    .where('release_event_id', '=', eventId)
    .select([
      'release_sanction.id',
      'relation',
      'said_by',
      'sanctions_action.id as action_id',
      'authority',
      'action',
      'target',
      'commodity',
      'refers_to',
      ...dateColumns('sanctions_action', 'announced'),
      ...dateColumns('sanctions_action', 'issued'),
    ])
    .orderBy('release_sanction.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    relation: row.relation as ReleaseEvent['sanctions'][number]['relation'],
    saidBy: row.said_by,
    sanctionsAction: {
      id: row.action_id,
      ref: `S-${row.action_id}`,
      title: sanctionsActionTitle(row),
      announced: dateOf(row, 'announced'),
      issued: dateOf(row, 'issued'),
      refersTo: row.refers_to,
    },
  }))
}

const findNotes = async (db: Kysely<Records>, eventId: number): Promise<ReleaseEvent['notes']> => {
  const rows = await db
    .selectFrom('event_note')
    .where('release_event_id', '=', eventId)
    .select(['id', 'kind', 'said_by as saidBy', 'said_by_role as saidByRole', 'text'])
    .orderBy('id')
    .execute()
  return rows as ReleaseEvent['notes']
}

/** Only the rows that this evidence supports. */
const saidIn = <Row extends { id: number }>(rows: readonly Row[], table: string, evidence: readonly Evidence[]): Row[] => {
  const ids = new Set(evidence.filter((item) => item.on.record === table).map((item) => item.on.id))
  return rows.filter((row) => ids.has(row.id))
}

type EventAlone = Omit<ReleaseEvent, 'evidence'>

/** One event with what it holds. With `sourceId`, with the ledger that its claims alone make. */
export const findEventAlone = async (db: Kysely<Records>, id: number, sourceId = 0): Promise<EventAlone | null> => {
  const event = await db
    .selectFrom('release_event')
    .where('id', '=', id)
    .select(['id', 'title', 'country', 'basis', 'summary', ...dateColumns('release_event', 'date')])
    .executeTakeFirst()
  if (!event) return null
  const [ledger, counts, people, sanctions, notes] = await Promise.all([
    findLedger(db, id, sourceId),
    findClaims(db, id),
    findPeople(db, id),
    findLinkedSanctions(db, id),
    findNotes(db, id),
  ])
  return {
    id: event.id,
    ref: `R-${event.id}`,
    title: event.title,
    date: dateOf(event, 'date'),
    country: event.country,
    basis: event.basis as ReleaseEvent['basis'],
    summary: event.summary,
    ledger,
    counts,
    people,
    sanctions,
    notes,
  }
}

/** What this evidence alone says of it. */
const saidBy = (event: EventAlone, evidence: readonly Evidence[]): EventAlone => {
  const isSaid = (field: string): boolean => evidence.some(({ on }) => on.record === 'release_event' && on.field === field)
  return {
    ...event,
    date: isSaid('date') ? event.date : notStatedDate,
    basis: isSaid('basis') ? event.basis : 'not_stated',
    summary: isSaid('summary') ? event.summary : null,
    counts: saidIn(event.counts, 'release_count', evidence),
    people: saidIn(event.people, 'release_person', evidence.filter(isOfRelease)),
    sanctions: saidIn(event.sanctions, 'release_sanction', evidence),
    notes: saidIn(event.notes, 'event_note', evidence),
  }
}

/**
 * One event with everything known of it. With `sourceId`, what that source alone says: its
 * claims, people, links and notes, the ledger made of them, and its date and basis if it states them.
 */
export const findReleaseEvent = async (db: Kysely<Records>, id: number, sourceId?: number): Promise<ReleaseEvent | null> => {
  const event = await findEventAlone(db, id, sourceId)
  if (!event) return null
  const idsOf = (rows: readonly { id: number }[]) => rows.map((row) => row.id)
  const evidence = await findEvidence(
    db,
    {
      release_event: [id],
      release_count: idsOf(event.counts),
      release_person: idsOf(event.people),
      release_sanction: idsOf(event.sanctions),
      event_note: idsOf(event.notes),
    },
    sourceId,
  )
  return { ...(sourceId === undefined ? event : saidBy(event, evidence)), evidence }
}

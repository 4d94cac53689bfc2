import type { Kysely } from 'kysely'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { evidenceFields } from '#contract/source-write.ts'
import type { Register } from '../../db/register.ts'
import { dateOf, notStatedDate } from '../../features/common/dates.ts'
import { findRecordVersion } from '../../register/record-version.ts'
import { typedDate } from '../record/typed-date.ts'
import { evidenceOf, findSourceRows, sourceOf, sourcesIn } from '../record/write-body.ts'
import { type EventRows, type Part, findEventRows, partTables } from './event-rows.ts'

type SourceRow = Awaited<ReturnType<typeof findSourceRows>>[number]

/**
 * An event as the form takes it: every row with its id, every value with its evidence, dates
 * as text. What the form sends back unchanged changes nothing.
 */
export const writeBodyOf = (rows: EventRows, sources: readonly SourceRow[]): ReleaseEventWrite => {
  const { event } = rows
  const onEvent = (field: string) =>
    rows.evidence
      .filter((item) => item.record_table === 'release_event' && item.field === field)
      .map((item) => evidenceOf(item, field))
  const on = (part: Part, id: number) =>
    rows.evidence
      .filter((item) => item.record_table === partTables[part] && item.record_id === id)
      .map((item) => evidenceOf(item, evidenceFields[part][0]))
  const body = {
    sources: sources.map(sourceOf),
    title: event.title,
    date: typedDate(dateOf(event, 'date')),
    country: event.country,
    basis: event.basis,
    summary: event.summary,
    counts: rows.counts.map((row) => {
      const bounded = row.qualifier === 'about' || row.qualifier === 'range'
      return {
        id: row.id,
        dimension: row.dimension,
        cell: row.cell,
        relation: row.relation,
        qualifier: row.qualifier,
        best: row.best,
        lowest: bounded ? row.lowest : null,
        highest: bounded ? row.highest : null,
        population: row.population,
        saidBy: row.said_by,
        state: row.state,
        evidence: on('counts', row.id),
      }
    }),
    people: rows.people.map((row) => ({
      id: row.id,
      detaineeId: row.detainee_id,
      newPerson: null,
      destination: row.destination,
      destinationState: row.destination_state,
      departureMode: row.departure_mode,
      // The history may hold the row as it was before it had these columns.
      restrictions: row.restrictions ?? null,
      onwardCountry: row.onward_country ?? null,
      onward: typedDate(row.onward_basis === undefined ? notStatedDate : dateOf(row, 'onward')),
      evidence: on('people', row.id),
    })),
    links: rows.links.map((row) => ({
      id: row.id,
      sanctionsActionId: row.sanctions_action_id,
      relation: row.relation,
      saidBy: row.said_by,
      evidence: on('links', row.id),
    })),
    notes: rows.notes.map((row) => ({
      id: row.id,
      kind: row.kind,
      saidBy: row.said_by,
      saidByRole: row.said_by_role,
      text: row.text,
      evidence: on('notes', row.id),
    })),
    evidence: {
      title: onEvent('title'),
      date: onEvent('date'),
      country: onEvent('country'),
      basis: onEvent('basis'),
      summary: onEvent('summary'),
    },
  }
  // The tables' CHECKs hold the same codes as the contract.
  return body as ReleaseEventWrite
}

/** An event of the register as a write body with the version a correction is based on, or null. */
export const findReleaseEventWrite = async (
  db: Kysely<Register>,
  id: number,
): Promise<{ readonly version: number; readonly body: ReleaseEventWrite } | null> => {
  const rows = await findEventRows(db, id)
  if (!rows) return null
  const body = writeBodyOf(rows, await findSourceRows(db, sourcesIn(rows.evidence)))
  return { version: await findRecordVersion(db, { table: 'release_event', id }), body }
}

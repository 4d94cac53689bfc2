import { type Kysely, sql } from 'kysely'
import { ReleaseEvent } from '#contract/release-events.ts'
import { z } from '#contract/zod.ts'
import type { Records } from '../../db/records.ts'
import { evidenceOf } from '../common/evidence-json.ts'
import { type Body, keptStatement } from '../common/kept-statement.ts'
import { findEventAlone } from './release-event.queries.ts'

const held = `(SELECT 'release_event' AS record_table, event.id AS record_id
  ${['release_count', 'release_person', 'release_sanction', 'event_note']
    .map((table) => `UNION ALL SELECT '${table}', ${table}.id FROM ${table} WHERE ${table}.release_event_id = event.id`)
    .join(' ')})`

/** All the evidence of one event and of what it holds, as JSON. Null: there is no such event. */
const findEvidenceJson = keptStatement(
  (id) => sql<Body>`SELECT CAST(${sql.raw(evidenceOf(held).sql)} AS BLOB) AS body FROM release_event AS event WHERE event.id = ${id}`,
)

const { evidence: _evidence, ...otherFields } = ReleaseEvent.shape
const EventAlone = z.object(otherFields)

/** The whole event as the contract has it, as JSON: most of it is evidence, which SQLite writes. */
export const findReleaseEventJson = async (db: Kysely<Records>, id: number): Promise<Buffer | null> => {
  const event = await findEventAlone(db, id)
  const evidence = event && (await findEvidenceJson(db, id))
  if (!evidence) return null
  const rest = JSON.stringify(EventAlone.parse(event))
  return Buffer.concat([Buffer.from(`${rest.slice(0, -1)},"evidence":`), evidence, Buffer.from('}')])
}

import { type Kysely, type RawBuilder, sql } from 'kysely'
import { notAtLiberty } from '#contract/codes.ts'
import { type QueueName, type QueueRow, confirmedForDays } from '#contract/queues.ts'
import type { Register } from '../../db/register.ts'

/* Each queue is a select of `kind, id, title`; a record is in it once. */

const eventsWhere = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT 'release_event' AS kind, id, title FROM release_event WHERE ${condition}`

const nameOf = sql`(SELECT text FROM detainee_name WHERE detainee_id = detainee.id ORDER BY kind <> 'primary', script <> 'Latn', id LIMIT 1)`

const peopleWhere = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT 'detainee' AS kind, id, ${nameOf} AS title FROM detainee WHERE merged_into IS NULL AND ${condition}`

const noSource = sql`
  ${eventsWhere(sql`NOT EXISTS (SELECT 1 FROM release_event_source AS s WHERE s.release_event_id = release_event.id)`)}
  UNION ALL ${peopleWhere(sql`NOT EXISTS (SELECT 1 FROM detainee_source AS s WHERE s.detainee_id = detainee.id)`)}
  UNION ALL SELECT 'sanctions_action', id, target FROM sanctions_action WHERE NOT EXISTS (
    SELECT 1 FROM evidence WHERE record_table = 'sanctions_action' AND record_id = sanctions_action.id)`

/** A copy adds no independence: it counts as what it is a copy of. */
const oneSource = eventsWhere(sql`1 = (
  SELECT COUNT(DISTINCT coalesce(source.copy_of, source.id)) FROM release_event_source AS s
  JOIN source ON source.id = s.source_id WHERE s.release_event_id = release_event.id)`)

const partition = eventsWhere(sql`EXISTS (
  SELECT 1 FROM release_number AS total JOIN release_placed AS placed
    ON placed.release_event_id = total.release_event_id AND placed.source_id = 0
  WHERE total.release_event_id = release_event.id AND total.source_id = 0 AND total.dimension = 'total'
    AND total.claim_id IS NOT NULL AND total.best <> placed.best
    AND NOT EXISTS (SELECT 1 FROM release_count AS claim WHERE claim.release_event_id = release_event.id
      AND claim.state = 'used' AND claim.dimension IN ('total', 'destination') AND claim.qualifier <> 'exact'))`)

const moreNamed = eventsWhere(sql`EXISTS (
  SELECT 1 FROM release_number AS total
  WHERE total.release_event_id = release_event.id AND total.source_id = 0 AND total.dimension = 'total' AND total.open_high = 0
    AND total.highest < (SELECT COUNT(DISTINCT n.detainee_id) FROM release_named AS n
      WHERE n.release_event_id = release_event.id AND n.source_id = 0))`)

/** Some of the total, or someone named, has no destination; or there is no number to place. */
const unplaced = eventsWhere(sql`EXISTS (
  SELECT 1 FROM release_number AS n WHERE n.release_event_id = release_event.id AND n.source_id = 0
    AND n.dimension = 'destination' AND n.cell = 'not_stated' AND n.best > 0)
  OR EXISTS (SELECT 1 FROM release_named AS n
    WHERE n.release_event_id = release_event.id AND n.source_id = 0 AND n.destination = 'not_stated')
  OR NOT EXISTS (SELECT 1 FROM release_number AS n WHERE n.release_event_id = release_event.id AND n.source_id = 0)`)

const disputed = eventsWhere(sql`EXISTS (
  SELECT 1 FROM release_number AS n WHERE n.release_event_id = release_event.id AND n.source_id = 0
    AND n.claim_id IS NOT NULL AND (n.lowest <> n.best OR n.highest <> n.best))
  OR EXISTS (
    SELECT 1 FROM evidence AS first JOIN evidence AS other
      ON other.record_table = first.record_table AND other.record_id = first.record_id AND other.field = first.field
    WHERE first.record_table = 'release_event' AND first.record_id = release_event.id
      AND first.field IN ('date', 'country', 'basis') AND first.asserts < other.asserts)`)

const unconfirmed = (today: Date): RawBuilder<unknown> => {
  const since = new Date(today.getTime() - confirmedForDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  return peopleWhere(
    sql`status IN (${sql.join([...notAtLiberty])}) AND coalesce(status_as_of_latest, '') < ${since}`,
  )
}

const queue = (name: QueueName, today: Date): RawBuilder<unknown> => {
  switch (name) {
    case 'no_source':
      return noSource
    case 'one_source':
      return oneSource
    case 'partition':
      return partition
    case 'more_named':
      return moreNamed
    case 'undated':
      return eventsWhere(sql`date_earliest IS NULL AND date_latest IS NULL`)
    case 'unplaced':
      return unplaced
    case 'unconfirmed':
      return unconfirmed(today)
    case 'disputed':
      return disputed
    default:
      return name satisfies never
  }
}

const prefixes = { release_event: 'R', detainee: 'D', sanctions_action: 'S' } as const

export const countQueue = async (db: Kysely<Register>, name: QueueName, today: Date): Promise<number> => {
  const { rows } = await sql<{ total: number }>`SELECT COUNT(*) AS total FROM (${queue(name, today)})`.execute(db)
  return rows[0]?.total ?? 0
}

/** A page of a queue: `after` is how many come before it. */
export const findQueue = async (
  db: Kysely<Register>,
  name: QueueName,
  { limit, after }: { readonly limit: number; readonly after: number },
  today: Date,
): Promise<{ data: QueueRow[]; page: { total: number; next: number | null } }> => {
  const total = await countQueue(db, name, today)
  const { rows } = await sql<Omit<QueueRow, 'ref'>>`
    SELECT kind, id, title FROM (${queue(name, today)}) ORDER BY kind, id LIMIT ${limit} OFFSET ${after}`.execute(db)
  return {
    data: rows.map((row) => ({ ...row, ref: `${prefixes[row.kind]}-${row.id}` })),
    page: { total, next: after + rows.length < total ? after + rows.length : null },
  }
}

import type { Kysely } from 'kysely'
import type { Source } from '#contract/sources.ts'
import type { RecordTables, Records } from '../../db/records.ts'
import type { HeldRow } from './held-values.ts'
import { findActionsHeld, findPlacesHeld } from './values-of-actions.queries.ts'
import {
  findCountsHeld,
  findEventsHeld,
  findLinksHeld,
  findNotesHeld,
  findReleasesHeld,
} from './values-of-events.queries.ts'
import {
  findChargesHeld,
  findCitizenshipsHeld,
  findDetentionsHeld,
  findNamesHeld,
  findPeopleHeld,
  findRecognitionsHeld,
  findSentencesHeld,
} from './values-of-people.queries.ts'

/** A source's page says this many of its values at a time. */
const mostValues = 500

type FindHeld = (db: Kysely<Records>, ids: readonly number[]) => Promise<HeldRow[]>

/** Where the rows of each table stand, and what they hold. */
const finders: Readonly<Record<Exclude<keyof RecordTables, 'source' | 'evidence'>, FindHeld>> = {
  detainee: findPeopleHeld,
  detainee_citizenship: findCitizenshipsHeld,
  detainee_name: findNamesHeld,
  detention: findDetentionsHeld,
  charge: findChargesHeld,
  sentence: findSentencesHeld,
  recognition: findRecognitionsHeld,
  destination: findPlacesHeld,
  release_event: findEventsHeld,
  release_count: findCountsHeld,
  release_person: findReleasesHeld,
  sanctions_action: findActionsHeld,
  release_sanction: findLinksHeld,
  event_note: findNotesHeld,
}

const nameOf = (row: { readonly record_table: string; readonly record_id: number }): string =>
  `${row.record_table} ${row.record_id}`

/** How many values rest on a source. */
export const countSourceValues = async (db: Kysely<Records>, sourceId: number): Promise<number> => {
  const row = await db
    .selectFrom('evidence')
    .where('source_id', '=', sourceId)
    .select((eb) => eb.fn.countAll<number>().as('values'))
    .executeTakeFirstOrThrow()
  return row.values
}

/** 500 values that rest on a source, in the order in which they were entered, those after the evidence `after`. */
export const findSourceValues = async (
  db: Kysely<Records>,
  sourceId: number,
  after: number,
): Promise<Pick<Source, 'values' | 'next'>> => {
  const found = await db
    .selectFrom('evidence')
    .where('source_id', '=', sourceId)
    .where('id', '>', after)
    .select(['id', 'record_table', 'record_id', 'field', 'quote', 'quote_start', 'quote_end', 'asserts', 'said_by'])
    .orderBy('id')
    .limit(mostValues + 1)
    .execute()
  const rows = found.slice(0, mostValues)
  const held = new Map<string, HeldRow>()
  await Promise.all(
    Object.entries(finders).map(async ([table, find]) => {
      const ids = rows.filter((row) => row.record_table === table).map((row) => row.record_id)
      if (ids.length === 0) return
      for (const row of await find(db, [...new Set(ids)])) held.set(nameOf({ record_table: table, record_id: row.id }), row)
    }),
  )
  const values = rows.flatMap((row) => {
    const its = held.get(nameOf(row))
    if (!its) return []
    return [
      {
        id: row.id,
        on: { record: row.record_table, id: row.record_id, field: row.field },
        quote: row.quote,
        quoteStart: row.quote_start,
        quoteEnd: row.quote_end,
        asserts: row.asserts,
        saidBy: row.said_by,
        value: its.values[row.field] ?? null,
        record: its.record,
      },
    ]
  })
  return { values, next: found.length > mostValues ? (rows.at(-1)?.id ?? null) : null }
}

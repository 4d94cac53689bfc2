import type { Insertable } from 'kysely'
import { statedDate } from '#contract/dates/stated-date.ts'
import type { DetaineeTable, ReleaseCountTable, ReleaseEventTable, SanctionsActionTable, SourceTable } from '#server/db/records.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { dateColumns } from '#server/register/load-dates.ts'
import { write } from '../../../support/test-register.ts'

/*
 * Records of a test: it names what it is about, the rest is filled in. Dates are EDTF text;
 * one that is left out is not stated.
 */

const dated = <Name extends string>(name: Name, edtf: string | undefined) =>
  dateColumns(name, statedDate(edtf ?? null, edtf === undefined ? 'not_stated' : 'stated'))

export type Event = Partial<Insertable<ReleaseEventTable>> & { date?: string }

export const enterEvent = (register: Opened<Register>, { date, ...rest }: Event = {}): Promise<number> =>
  write(register, async (db) => {
    const event = { title: 'A release', country: 'BY', ...rest, ...dated('date', date) }
    const { id } = await db.insertInto('release_event').values(event).returning('id').executeTakeFirstOrThrow()
    return id
  })

export type Person = Partial<Insertable<DetaineeTable>> & {
  names?: { text: string; lang?: string; script?: string; kind?: string }[]
  detentions?: { country?: string; arrest?: string; articles?: string[] }[]
  /** The day on which the status is known. */
  asOf?: string
  releases?: { event: number; destination?: string; state?: string }[]
}

/** A person, called `A Person` where no name is given; `names: []` has none. */
export const enterPerson = (register: Opened<Register>, person: Person = {}): Promise<number> =>
  write(register, async (db) => {
    const { names = [{ text: 'A Person' }], detentions = [], releases = [], asOf, ...rest } = person
    const { id } = await db
      .insertInto('detainee')
      .values({ status: 'released', ...rest, ...dated('status_as_of', asOf) })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const name of names) {
      const row = { script: 'Latn', ...name, detainee_id: id, folded: foldText(name.text), name_key: nameKey(name.text) }
      await db.insertInto('detainee_name').values(row).execute()
    }
    for (const { country = 'BY', arrest, articles = [] } of detentions) {
      const detention = await db
        .insertInto('detention')
        .values({ detainee_id: id, country, ...dated('arrest', arrest) })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const article of articles) {
        await db.insertInto('charge').values({ detention_id: detention.id, article }).execute()
      }
    }
    for (const { event, destination = null, state = 'not_stated' } of releases) {
      if (destination !== null) {
        await db
          .insertInto('destination')
          .values({ code: destination })
          .onConflict((conflict) => conflict.column('code').doNothing())
          .execute()
      }
      await db
        .insertInto('release_person')
        .values({ release_event_id: event, detainee_id: id, destination, destination_state: state })
        .execute()
    }
    return id
  })

export type Claim = Partial<Insertable<ReleaseCountTable>> & { release_event_id: number; best: number }

/** A used claim of exactly so many, of the event's total where no cell is given. */
export const enterClaim = (register: Opened<Register>, claim: Claim): Promise<number> =>
  write(register, async (db) => {
    const { id } = await db
      .insertInto('release_count')
      .values({ dimension: 'total', cell: 'all', lowest: claim.best, highest: claim.best, ...claim })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })

export type Action = Partial<Insertable<SanctionsActionTable>> & {
  announced?: string
  issued?: string
  effective?: string
  linkedTo?: number[]
}

export const enterAction = (register: Opened<Register>, action: Action = {}): Promise<number> =>
  write(register, async (db) => {
    const { announced, issued, effective, linkedTo = [], ...rest } = action
    const dates = { ...dated('announced', announced), ...dated('issued', issued), ...dated('effective', effective) }
    const { id } = await db
      .insertInto('sanctions_action')
      .values({ authority: 'US', action: 'delisting', ...rest, ...dates })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const release_event_id of linkedTo) {
      await db
        .insertInto('release_sanction')
        .values({ release_event_id, sanctions_action_id: id, relation: 'coincides_with' })
        .execute()
    }
    return id
  })

export type Source = Partial<Insertable<SourceTable>> & { published?: string }

export const enterSource = (register: Opened<Register>, { published, ...rest }: Source = {}): Promise<number> =>
  write(register, async (db) => {
    const source = { title: 'A report', ...rest, ...dated('published', published) }
    const { id } = await db.insertInto('source').values(source).returning('id').executeTakeFirstOrThrow()
    return id
  })

/** Says that a field of a row rests on a source. */
export const cite = (
  register: Opened<Register>,
  source: number,
  on: { table: string; id: number; field: string; quote?: string },
): Promise<number> =>
  write(register, async (db) => {
    const { id } = await db
      .insertInto('evidence')
      .values({ source_id: source, record_table: on.table, record_id: on.id, field: on.field, quote: on.quote ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })

import type { Kysely, Selectable } from 'kysely'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { DetaineeRow } from '#contract/detainees.ts'
import type { Records } from '../../db/records.ts'
import { type Certainty, dateColumns, dateOf, notStatedDate } from '../common/dates.ts'
import { isListed } from '../common/listed.ts'
import { findPrimaryNames } from '../common/primary-name.ts'
import { findOwnIds } from './kept.ts'

/** What a row of the list takes from the person's own row. */
export const rowColumns = [
  'detainee.id',
  'detainee.sex',
  'detainee.occupation',
  'detainee.description',
  'detainee.status',
  ...dateColumns('detainee', 'birth'),
  ...dateColumns('detainee', 'status_as_of'),
] as const

type Column = (typeof rowColumns)[number] extends `detainee.${infer Name}` ? Name : never
export type Person = Pick<Selectable<Records['detainee']>, Column> & { readonly certainty: Certainty }

/** The first arrest on record of each person: the earliest that has a first day, else the first entered. */
export const findArrests = async (db: Kysely<Records>, ids: readonly number[]): Promise<Map<number, StatedDate>> => {
  if (ids.length === 0) return new Map()
  const ownIds = await findOwnIds(db, ids)
  const rows = await db
    .selectFrom('detention')
    .where(isListed('detainee_id', [...ownIds.keys()]))
    .select(['id', 'detainee_id', ...dateColumns('detention', 'arrest')])
    .execute()
  const arrests = new Map<number, StatedDate>()
  const byDay = rows.toSorted((a, b) => compareDays(a.arrest_earliest, b.arrest_earliest) || a.id - b.id)
  for (const row of byDay) {
    const person = ownIds.get(row.detainee_id) ?? row.detainee_id
    if (!arrests.has(person)) arrests.set(person, dateOf(row, 'arrest'))
  }
  return arrests
}

/** Days in order; what has none comes after all that have one. */
const compareDays = (a: string | null, b: string | null): number => {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}

const isOnTheWay = (rows: readonly { readonly destination_state: string }[]): boolean =>
  rows.every((row) => row.destination_state === 'en_route')

export type ReleaseSummary = {
  readonly events: number
  readonly last: StatedDate
  /** Country codes or `not_stated`, one of each, in the order of their codes. */
  readonly destinations: string[]
  /** Those of them that are the country that released. */
  readonly stayedIn: string[]
  /** Those of them to which no release is known to have brought the person further than the way there. */
  readonly onTheWayTo: string[]
  readonly refused: boolean
}

/** The releases of each person in one scope: how many, the latest, and where to. */
export const findReleaseSummaries = async (
  db: Kysely<Records>,
  ids: readonly number[],
  scope: number,
): Promise<Map<number, ReleaseSummary>> => {
  const rows = await db
    .selectFrom('release_named as released')
    .innerJoin('release_event', 'release_event.id', 'released.release_event_id')
    .innerJoin('release_person', 'release_person.id', 'released.release_person_id')
    .where(isListed('released.detainee_id', ids))
    .where('released.source_id', '=', scope)
    .select([
      'released.detainee_id',
      'release_person.destination_state',
      'released.destination',
      'release_event.id',
      'release_event.country',
      ...dateColumns('release_event', 'date'),
    ])
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.detainee_id)].map(([person, own]) => {
      const byDay = own.toSorted((a, b) => compareDays(b.date_earliest, a.date_earliest) || b.id - a.id)
      const last = byDay.find((row) => row.date_earliest !== null) ?? byDay[0]
      const destinations = new Set(own.flatMap((row) => (row.destination === null ? [] : [row.destination])))
      const stayedIn = new Set(own.flatMap((row) => (row.destination === row.country ? [row.country] : [])))
      return [
        person,
        {
          events: new Set(own.map((row) => row.id)).size,
          last: last ? dateOf(last, 'date') : notStatedDate,
          destinations: [...destinations].toSorted(),
          stayedIn: [...stayedIn].toSorted(),
          onTheWayTo: [...destinations].filter((code) => isOnTheWay(own.filter((row) => row.destination === code))).toSorted(),
          refused: own.some((row) => row.destination_state === 'refused_departure'),
        },
      ]
    }),
  )
}

/** The rows of these people, in their order; `scope` is whose word of releases they go by. */
export const describePeople = async (db: Kysely<Records>, people: readonly Person[], scope: number): Promise<DetaineeRow[]> => {
  const ids = people.map((person) => person.id)
  const [names, arrests, releases] = await Promise.all([
    findPrimaryNames(db, ids),
    findArrests(db, ids),
    findReleaseSummaries(db, ids, scope),
  ])
  return people.map((person) => {
    const name = names.get(person.id)
    const released = releases.get(person.id)
    return {
      id: person.id,
      ref: `D-${person.id}`,
      name: name?.text ?? null,
      lang: name?.lang ?? null,
      sex: person.sex as DetaineeRow['sex'],
      birth: dateOf(person, 'birth'),
      occupation: person.occupation,
      description: person.description,
      status: person.status as DetaineeRow['status'],
      statusAsOf: dateOf(person, 'status_as_of'),
      arrested: arrests.get(person.id) ?? notStatedDate,
      releases: released?.events ?? 0,
      lastReleased: released?.last ?? notStatedDate,
      destinations: released?.destinations ?? [],
      stayedIn: released?.stayedIn ?? [],
      onTheWayTo: released?.onTheWayTo ?? [],
      refused: released?.refused ?? false,
      certainty: person.certainty,
    }
  })
}

import type { Kysely } from 'kysely'
import type { Detainee } from '#contract/detainees.ts'
import type { Records } from '../../db/records.ts'
import { afterReleaseColumns, afterReleaseOf } from '../common/after-release.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { findEvidence } from '../common/evidence.ts'
import { findDetentions } from './detentions.queries.ts'
import { findOwnIds } from './kept.ts'

const findNames = async (db: Kysely<Records>, ownIds: readonly number[]): Promise<Detainee['names']> => {
  const rows = await db
    .selectFrom('detainee_name')
    .where('detainee_id', 'in', ownIds)
    .select(['id', 'detainee_id', 'text', 'lang', 'script', 'kind'])
    .execute()
  const [person] = ownIds
  const rank = (row: (typeof rows)[number]) =>
    Number(row.detainee_id !== person) * 4 + Number(row.kind !== 'primary') * 2 + Number(row.script !== 'Latn')
  return rows
    .toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)
    .map((row) => ({
      id: row.id,
      text: row.text,
      lang: row.lang,
      script: row.script,
      kind: row.kind as Detainee['names'][number]['kind'],
    }))
}

const findReleases = async (db: Kysely<Records>, ownIds: readonly number[]): Promise<Detainee['releases']> => {
  const rows = await db
    .selectFrom('release_person')
    .innerJoin('release_event', 'release_event.id', 'release_person.release_event_id')
    .where('release_person.detainee_id', 'in', ownIds)
    .select([
      'release_person.id',
      'release_person.destination',
      'release_person.destination_state',
      ...afterReleaseColumns,
      'release_event.id as event_id',
      'release_event.title',
      'release_event.country',
      ...dateColumns('release_event', 'date'),
    ])
    .orderBy('release_event.date_earliest')
    .orderBy('release_person.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    destination: row.destination,
    destinationState: row.destination_state as Detainee['releases'][number]['destinationState'],
    ...afterReleaseOf(row),
    releaseEvent: {
      id: row.event_id,
      ref: `R-${row.event_id}`,
      title: row.title,
      date: dateOf(row, 'date'),
      country: row.country,
    },
  }))
}

const findRecognitions = async (db: Kysely<Records>, ownIds: readonly number[]): Promise<Detainee['recognitions']> => {
  const rows = await db
    .selectFrom('recognition')
    .where('detainee_id', 'in', ownIds)
    .select(['id', 'recognised_by', 'criteria', ...dateColumns('recognition', 'recognised')])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recognisedBy: row.recognised_by,
    recognised: dateOf(row, 'recognised'),
    criteria: row.criteria,
  }))
}

/**
 * One person with everything known of them, and of whoever was merged into them. A person
 * merged into another is answered as entered, with the number of the one kept.
 */
export const findDetainee = async (db: Kysely<Records>, id: number): Promise<Detainee | null> => {
  const person = await db
    .selectFrom('detainee')
    .where('id', '=', id)
    .select([
      'id',
      'sex',
      'description',
      'occupation',
      'status',
      'visibility',
      'merged_into',
      ...dateColumns('detainee', 'birth'),
      ...dateColumns('detainee', 'status_as_of'),
    ])
    .executeTakeFirst()
  if (!person) return null
  const ownIds = [...(await findOwnIds(db, [id])).keys()]
  const [names, citizenships, detentions, recognitions, releases] = await Promise.all([
    findNames(db, ownIds),
    db
      .selectFrom('detainee_citizenship')
      .where('detainee_id', 'in', ownIds)
      .select(['id', 'country'])
      .orderBy('country')
      .execute(),
    findDetentions(db, ownIds),
    findRecognitions(db, ownIds),
    findReleases(db, ownIds),
  ])
  const idsOf = (rows: readonly { id: number }[]) => rows.map((row) => row.id)
  const evidence = await findEvidence(db, {
    detainee: [id],
    detainee_name: idsOf(names),
    detainee_citizenship: idsOf(citizenships),
    detention: idsOf(detentions),
    charge: idsOf(detentions.flatMap((detention) => detention.charges)),
    sentence: idsOf(detentions.flatMap((detention) => detention.sentences)),
    recognition: idsOf(recognitions),
    release_person: idsOf(releases),
  })
  return {
    id: person.id,
    ref: `D-${person.id}`,
    visibility: person.visibility,
    names,
    sex: person.sex as Detainee['sex'],
    birth: dateOf(person, 'birth'),
    citizenships: [...new Set(citizenships.map((row) => row.country))],
    description: person.description,
    occupation: person.occupation,
    status: person.status as Detainee['status'],
    statusAsOf: dateOf(person, 'status_as_of'),
    mergedInto: person.merged_into,
    detentions,
    recognitions,
    releases,
    evidence,
  }
}

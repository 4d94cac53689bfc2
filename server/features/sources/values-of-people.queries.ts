import type { Kysely } from 'kysely'
import { endReasonLabels, sentenceKindLabels, sexLabels, statusLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { Records } from '../../db/records.ts'
import { dateColumns, dateOf } from '../common/dates.ts'
import { findPrimaryNames } from '../common/primary-name.ts'
import { type HeldRow, labelled } from './held-values.ts'

type Person = { readonly id: number; readonly person: number; readonly values: HeldRow['values'] }

/** Rows with the person each hangs on as its record, under the name that person is listed by. */
const withPeople = async (db: Kysely<Records>, rows: readonly Person[]): Promise<HeldRow[]> => {
  const names = await findPrimaryNames(db, [...new Set(rows.map((row) => row.person))])
  return rows.map(({ id, person, values }) => ({
    id,
    record: { kind: 'detainee', id: person, title: names.get(person)?.text ?? null },
    values,
  }))
}

export const findPeopleHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('detainee')
    .where('id', 'in', ids)
    .select([
      'id',
      'sex',
      'description',
      'occupation',
      'status',
      ...dateColumns('detainee', 'birth'),
      ...dateColumns('detainee', 'status_as_of'),
    ])
    .execute()
  return withPeople(
    db,
    rows.map((row) => ({
      id: row.id,
      person: row.id,
      values: {
        sex: labelled(sexLabels, row.sex),
        birth: formatStatedDate(dateOf(row, 'birth')),
        description: row.description,
        occupation: row.occupation,
        status: labelled(statusLabels, row.status),
        statusAsOf: formatStatedDate(dateOf(row, 'status_as_of')),
      },
    })),
  )
}

export const findCitizenshipsHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('detainee_citizenship')
    .where('id', 'in', ids)
    .select(['id', 'detainee_id', 'country'])
    .execute()
  return withPeople(
    db,
    rows.map((row) => ({ id: row.id, person: row.detainee_id, values: { country: countryName(row.country) } })),
  )
}

export const findNamesHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('detainee_name')
    .where('id', 'in', ids)
    .select(['id', 'detainee_id', 'text'])
    .execute()
  return withPeople(
    db,
    rows.map((row) => ({ id: row.id, person: row.detainee_id, values: { text: row.text } })),
  )
}

export const findDetentionsHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('detention')
    .where('id', 'in', ids)
    .select([
      'id',
      'detainee_id',
      'country',
      'end_reason',
      'place',
      'authority',
      ...dateColumns('detention', 'arrest'),
      ...dateColumns('detention', 'end'),
    ])
    .execute()
  return withPeople(
    db,
    rows.map((row) => ({
      id: row.id,
      person: row.detainee_id,
      values: {
        country: countryName(row.country),
        arrest: formatStatedDate(dateOf(row, 'arrest')),
        end: formatStatedDate(dateOf(row, 'end')),
        endReason: labelled(endReasonLabels, row.end_reason),
        place: row.place,
        authority: row.authority,
      },
    })),
  )
}

export const findChargesHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('charge')
    .innerJoin('detention', 'detention.id', 'charge.detention_id')
    .where('charge.id', 'in', ids)
    .select(['charge.id', 'detention.detainee_id', 'charge.article', 'charge.code_of_law', 'charge.text'])
    .execute()
  return withPeople(
    db,
    rows.map((row) => ({
      id: row.id,
      person: row.detainee_id,
      values: { article: row.article, codeOfLaw: row.code_of_law, text: row.text },
    })),
  )
}

export const findSentencesHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('sentence')
    .innerJoin('detention', 'detention.id', 'sentence.detention_id')
    .where('sentence.id', 'in', ids)
    .select([
      'sentence.id',
      'detention.detainee_id',
      'sentence.kind',
      'sentence.length_text',
      ...dateColumns('sentence', 'sentenced'),
    ])
    .execute()
  return withPeople(
    db,
    rows.map((row) => ({
      id: row.id,
      person: row.detainee_id,
      values: {
        kind: labelled(sentenceKindLabels, row.kind),
        lengthText: row.length_text,
        sentenced: formatStatedDate(dateOf(row, 'sentenced')),
      },
    })),
  )
}

export const findRecognitionsHeld = async (db: Kysely<Records>, ids: readonly number[]): Promise<HeldRow[]> => {
  const rows = await db
    .selectFrom('recognition')
    .where('id', 'in', ids)
    .select(['id', 'detainee_id', 'recognised_by', 'criteria', ...dateColumns('recognition', 'recognised')])
    .execute()
  return withPeople(
    db,
    rows.map((row) => ({
      id: row.id,
      person: row.detainee_id,
      values: {
        recognisedBy: row.recognised_by,
        recognised: formatStatedDate(dateOf(row, 'recognised')),
        criteria: row.criteria,
      },
    })),
  )
}

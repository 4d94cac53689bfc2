import type { Kysely } from 'kysely'
import type { Detainee } from '#contract/detainees.ts'
import type { Records } from '../../db/records.ts'
import { dateColumns, dateOf } from '../common/dates.ts'

type Detention = Detainee['detentions'][number]

const findCharges = (db: Kysely<Records>, detentionIds: readonly number[]) =>
  db
    .selectFrom('charge')
    .where('detention_id', 'in', detentionIds)
    .select(['id', 'detention_id', 'article', 'code_of_law', 'text'])
    .orderBy('id')
    .execute()

const findSentences = (db: Kysely<Records>, detentionIds: readonly number[]) =>
  db
    .selectFrom('sentence')
    .where('detention_id', 'in', detentionIds)
    .select(['id', 'detention_id', 'kind', 'length_text', 'length_days', ...dateColumns('sentence', 'sentenced')])
    .orderBy('id')
    .execute()

/** Detentions of these people, the earliest first, those without a date last, each with its charges and sentences. */
export const findDetentions = async (db: Kysely<Records>, detaineeIds: readonly number[]): Promise<Detention[]> => {
  const rows = await db
    .selectFrom('detention')
    .where('detainee_id', 'in', detaineeIds)
    .select([
      'id',
      'country',
      'end_reason',
      'place',
      'authority',
      ...dateColumns('detention', 'arrest'),
      ...dateColumns('detention', 'end'),
    ])
    .orderBy('arrest_earliest', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [charges, sentences] = await Promise.all([findCharges(db, ids), findSentences(db, ids)])
  return rows.map((row) => ({
    id: row.id,
    country: row.country,
    arrest: dateOf(row, 'arrest'),
    end: dateOf(row, 'end'),
    endReason: row.end_reason as Detention['endReason'],
    place: row.place,
    authority: row.authority,
    charges: charges
      .filter((charge) => charge.detention_id === row.id)
      .map(({ id, article, code_of_law, text }) => ({ id, article, codeOfLaw: code_of_law, text })),
    sentences: sentences
      .filter((sentence) => sentence.detention_id === row.id)
      .map((sentence) => ({
        id: sentence.id,
        kind: sentence.kind as Detention['sentences'][number]['kind'],
        lengthText: sentence.length_text,
        lengthDays: sentence.length_days,
        sentenced: dateOf(sentence, 'sentenced'),
      })),
  }))
}

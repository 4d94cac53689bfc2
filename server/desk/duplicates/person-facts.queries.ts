import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { dateColumns, dateOf } from '../../features/common/dates.ts'
import { prepareName } from '../../names/score.ts'
import type { PersonFacts } from './compare-people.ts'

const atOnce = 400

const inPortions = async <Row>(ids: readonly number[], find: (some: number[]) => Promise<Row[]>): Promise<Row[]> => {
  const rows: Row[] = []
  for (let start = 0; start < ids.length; start += atOnce) rows.push(...(await find(ids.slice(start, start + atOnce))))
  return rows
}

export type NamedFacts = PersonFacts & { readonly texts: readonly { readonly text: string; readonly lang: string }[] }

/** What is known of these people, by their numbers. Numbers that nobody has are left out. */
export const findFacts = async (db: Kysely<Register>, ids: readonly number[]): Promise<Map<number, NamedFacts>> => {
  const people = await inPortions(ids, (some) =>
    db
      .selectFrom('detainee')
      .where('id', 'in', some)
      .select(['id', 'sex', 'occupation', ...dateColumns('detainee', 'birth')])
      .execute(),
  )
  const names = await inPortions(ids, (some) =>
    db.selectFrom('detainee_name').where('detainee_id', 'in', some).select(['detainee_id as person', 'text', 'lang']).orderBy('id').execute(),
  )
  const detentions = await inPortions(ids, (some) =>
    db
      .selectFrom('detention')
      .where('detainee_id', 'in', some)
      .select(['detainee_id as person', 'country', ...dateColumns('detention', 'arrest')])
      .orderBy('id')
      .execute(),
  )
  const citizenships = await inPortions(ids, (some) =>
    db.selectFrom('detainee_citizenship').where('detainee_id', 'in', some).select(['detainee_id as person', 'country']).execute(),
  )
  const events = await inPortions(ids, (some) =>
    db
      .selectFrom('release_person')
      .innerJoin('release_event', 'release_event.id', 'release_person.release_event_id')
      .where('detainee_id', 'in', some)
      .select(['detainee_id as person', 'release_event.id', 'title'])
      .execute(),
  )
  const of = <Row extends { readonly person: number }>(rows: readonly Row[]) => Map.groupBy(rows, ({ person }) => person)
  const [named, held, citizen, released] = [of(names), of(detentions), of(citizenships), of(events)]
  return new Map(
    people.map((row) => {
      const texts = named.get(row.id) ?? []
      return [
        row.id,
        {
          texts,
          names: texts.map(({ text }) => prepareName(text)),
          sex: row.sex,
          birth: dateOf(row, 'birth'),
          occupation: row.occupation,
          arrests: (held.get(row.id) ?? []).map((detention) => ({ country: detention.country, date: dateOf(detention, 'arrest') })),
          citizenships: (citizen.get(row.id) ?? []).map(({ country }) => country),
          events: new Map((released.get(row.id) ?? []).map(({ id, title }) => [id, title])),
        },
      ]
    }),
  )
}

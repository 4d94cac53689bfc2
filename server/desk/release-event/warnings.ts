import type { Kysely } from 'kysely'
import { dayOf, releaseEventWarnings } from '#contract/release-event-warnings.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { dateOf } from '../../features/common/dates.ts'
import type { Register } from '../../db/register.ts'
import { findNames } from './names.ts'
import { warnOfOnePersonTwice } from './one-person-twice.ts'
import { personName } from './words.ts'
import { typedDate } from '../record/typed-date.ts'
import { sourceName } from '../record/source-words.ts'
import { findSourceRows } from '../record/write-body.ts'

/** What a reviewer should look at twice in a proposed body. */
export const findWarnings = async (db: Kysely<Register>, body: ReleaseEventWrite): Promise<string[]> => {
  const rows = await findSourceRows(db, body.sources.flatMap(({ id }) => id ?? []))
  const published = new Map(rows.map((row) => [row.id, typedDate(dateOf(row, 'published'))]))
  const names = await findNames(db, [body])
  const event = {
    ...body,
    sources: body.sources.map((source) => ({
      name: sourceName(source, names),
      published: source.id === null ? source.published : (published.get(source.id) ?? 'not stated'),
    })),
    named: body.people.length,
    people: body.people.map((person) => ({ ...person, name: personName(person, names) })),
    newNames: body.people.flatMap(({ newPerson }) => newPerson?.name ?? []),
  }
  return [...releaseEventWarnings(event, dayOf(new Date())), ...warnOfOnePersonTwice(event.people.map(({ name }) => name), event.newNames)]
}

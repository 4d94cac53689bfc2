import type { Transaction } from 'kysely'
import type { SourceWrite } from '#contract/source-write.ts'
import type { Register } from '../../db/register.ts'
import type { OpenChangeset } from '../../register/changeset.ts'
import { dateColumns } from '../../register/load-dates.ts'
import { dateFrom } from './typed-date.ts'

/** The number of each source by its key in the body; new ones are entered. */
export const enterSources = async (
  db: Transaction<Register>,
  changeset: OpenChangeset,
  sources: readonly SourceWrite[],
): Promise<ReadonlyMap<string, number>> => {
  const ids = new Map<string, number>()
  for (const { key, id, title, publisher, author, url, published, language } of sources) {
    if (id !== null) {
      ids.set(key, id)
      continue
    }
    const added = await db
      .insertInto('source')
      .values({ title, publisher, author, url, language, ...dateColumns('published', dateFrom(published)) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await changeset.touch({ table: 'source', id: added.id })
    ids.set(key, added.id)
  }
  return ids
}

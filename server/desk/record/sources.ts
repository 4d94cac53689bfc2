import type { Transaction } from 'kysely'
import type { SourceWrite } from '#contract/source-write.ts'
import type { Register } from '../../db/register.ts'
import type { OpenChangeset } from '../../register/changeset.ts'
import { dateColumns } from '../../register/load-dates.ts'
import { dateFrom } from './typed-date.ts'

/** The text that a source was entered from is the source's from then on. */
const keepCapture = async (db: Transaction<Register>, capture: number | null, sourceId: number): Promise<void> => {
  if (capture === null) return
  await db.updateTable('source_capture').set({ source_id: sourceId }).where('id', '=', capture).where('source_id', 'is', null).execute()
}

/** The number of each source by its key in the body; new ones are entered. */
export const enterSources = async (
  db: Transaction<Register>,
  changeset: OpenChangeset,
  sources: readonly SourceWrite[],
): Promise<ReadonlyMap<string, number>> => {
  const ids = new Map<string, number>()
  for (const { key, id, title, publisher, author, url, published, language, capture } of sources) {
    if (id !== null) {
      ids.set(key, id)
      await keepCapture(db, capture, id)
      continue
    }
    const added = await db
      .insertInto('source')
      .values({ title, publisher, author, url, language, ...dateColumns('published', dateFrom(published)) })
      .returning('id')
      .executeTakeFirstOrThrow()
    await changeset.touch({ table: 'source', id: added.id })
    await keepCapture(db, capture, added.id)
    ids.set(key, added.id)
  }
  return ids
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { DetaineeRow } from '#contract/detainees.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Records } from '../../db/records.ts'
import { exportChunk } from '../../http/export/walk.ts'
import { isListed } from '../common/listed.ts'
import { type UnpagedQuery, certaintyIn, findListed } from './detainee-pages.queries.ts'
import { describePeople, rowColumns } from './detainee-rows.queries.ts'
import { scopeOf } from './detainees.filter.ts'
import { certaintyOfListed, idOfListed, listed } from './listed-person.ts'
import { choose, idsInOrder, isInMemory, undatedIn } from './people-in-memory.ts'

/*
 * Everyone in a filter, as files need them: they are looked for once, and told of some at a
 * time, between which other requests have their turn.
 */

/** As `listed` numbers them, in the order of the sort, `some` at a time. */
export async function* everyone(file: RecordFile, query: UnpagedQuery, some = exportChunk): AsyncGenerator<readonly number[], void, undefined> {
  const columns = isInMemory(query) ? await file.people() : null
  if (columns === null) {
    const all = await findListed(file, query)
    for (let at = 0; at < all.length; at += some) {
      yield all.slice(at, at + some)
      await nextTurn()
    }
    return
  }
  const isUndated = undatedIn(columns)
  for (const ids of idsInOrder(columns, choose(columns, query).standing, query.sort, some)) {
    yield ids.map((id) => listed(id, certaintyIn(isUndated, id)))
    await nextTurn()
  }
}

/** The rows of these people, in their order; `scope` is whose word of releases they go by. Whoever has left the register is left out. */
export const findRows = async (db: Kysely<Records>, people: readonly number[], scope = 0): Promise<DetaineeRow[]> => {
  const found = await db
    .selectFrom('detainee')
    .where(isListed('detainee.id', people.map(idOfListed)))
    .where('detainee.merged_into', 'is', null)
    .select(rowColumns)
    .execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  const inOrder = people.flatMap((person) => {
    const row = byId.get(idOfListed(person))
    return row === undefined ? [] : [{ ...row, certainty: certaintyOfListed(person) }]
  })
  return describePeople(db, inOrder, scope)
}

/** The rows of everyone in a filter. */
export async function* everyRow(file: RecordFile, query: UnpagedQuery): AsyncGenerator<readonly DetaineeRow[], void, undefined> {
  for await (const people of everyone(file, query)) yield await findRows(file.db, people, scopeOf(query))
}

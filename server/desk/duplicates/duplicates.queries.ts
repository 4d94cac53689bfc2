import { type Kysely, sql } from 'kysely'
import type { PossibleDuplicate, listDuplicates } from '#contract/duplicates.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import type { Register } from '../../db/register.ts'
import { comparePeople } from './compare-people.ts'
import { describePeople } from './person-brief.ts'
import { findFacts } from './person-facts.queries.ts'
import { findDifferent, pairKey } from './verdicts.queries.ts'

/**
 * A page of the queue. What was found is compared again as the register is now: a pair of whom
 * one was merged or taken out, or that was said to be two people, is not asked again.
 */
export const findDuplicates = async (
  db: Kysely<Register>,
  { of, least, limit, offset }: QueryOf<typeof listDuplicates>,
): Promise<{ data: PossibleDuplicate[]; total: number }> => {
  const different = await findDifferent(db)
  const rows = await db
    .selectFrom('duplicate_pair')
    .innerJoin('detainee as one', 'one.id', 'duplicate_pair.a_id')
    .innerJoin('detainee as other', 'other.id', 'duplicate_pair.b_id')
    .where('one.merged_into', 'is', null)
    .where('other.merged_into', 'is', null)
    .where('duplicate_pair.score', '>=', least)
    .$if(of !== undefined, (query) => query.where(sql<boolean>`${of ?? 0} IN (a_id, b_id)`))
    .select(['a_id', 'b_id'])
    .orderBy('duplicate_pair.score', 'desc')
    .orderBy('a_id')
    .orderBy('b_id')
    .execute()
  const open = rows.filter(({ a_id: a, b_id: b }) => !different.has(pairKey(a, b)))
  const shown = open.slice(offset, offset + limit)
  const facts = await findFacts(db, [...new Set(shown.flatMap(({ a_id: a, b_id: b }) => [a, b]))])
  const describe = await describePeople(db, facts)
  const data = shown.flatMap(({ a_id: a, b_id: b }) => {
    const [one, other] = [facts.get(a), facts.get(b)]
    if (!one || !other) return []
    const { agrees, differs, ...likeness } = comparePeople(one, other)
    return [{ ...likeness, agrees: [...agrees], differs: [...differs], a: describe(a), b: describe(b) }]
  })
  return { data, total: open.length }
}

/** When the register was last looked through; null before the first time. */
export const findLooked = async (db: Kysely<Register>) => {
  const search = await db.selectFrom('duplicate_search').select(['finished_at as at', 'people', 'found', 'kept']).executeTakeFirst()
  return search ?? null
}

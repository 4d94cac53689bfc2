import type { Kysely, Transaction } from 'kysely'
import type { Account } from '#contract/accounts.ts'
import type { BodyOf } from '#contract/endpoint.ts'
import type { addVerdict } from '#contract/duplicates.ts'
import type { Register } from '../../db/register.ts'
import { conflict, invalid } from '../../http/errors.ts'

export type StoredVerdict = { readonly id: number; readonly a: number; readonly b: number; readonly reason: string; readonly author: string; readonly madeAt: string }

/** Whom each merged person stands for today: the end of the way from one to the next. */
export const findKept = async (db: Kysely<Register>): Promise<(id: number) => number> => {
  const rows = await db.selectFrom('detainee').where('merged_into', 'is not', null).select(['id', 'merged_into']).execute()
  const into = new Map(rows.map((row) => [row.id, row.merged_into]))
  return (id) => {
    let kept = id
    for (let steps = 0; steps < 50; steps += 1) {
      const next = into.get(kept)
      if (next === undefined || next === null) break
      kept = next
    }
    return kept
  }
}

const findAll = (db: Kysely<Register>): Promise<StoredVerdict[]> =>
  db.selectFrom('duplicate_verdict').select(['id', 'a_id as a', 'b_id as b', 'reason', 'author', 'made_at as madeAt']).orderBy('id').execute()

/** A pair of people as one key, whichever comes first. */
export const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Pairs that were said to be two people, as they stand today: whoever was merged counts as the one kept. */
export const findDifferent = async (db: Kysely<Register>): Promise<ReadonlySet<string>> => {
  const kept = await findKept(db)
  return new Set((await findAll(db)).map(({ a, b }) => pairKey(kept(a), kept(b))))
}

/** What was said of a person, or of anyone merged into them. */
export const findVerdictsOf = async (db: Kysely<Register>, id: number): Promise<(StoredVerdict & { readonly other: number })[]> => {
  const kept = await findKept(db)
  const me = kept(id)
  return (await findAll(db)).flatMap((verdict) => {
    const [a, b] = [kept(verdict.a), kept(verdict.b)]
    if (a === b || (a !== me && b !== me)) return []
    return [{ ...verdict, other: a === me ? b : a }]
  })
}

/** Keeps that two people are not the same. Throws 400 for a number that nobody has, 409 where it was said before. */
export const keepVerdict = async (
  db: Transaction<Register>,
  account: Pick<Account, 'id' | 'name'>,
  { a, b, reason }: BodyOf<typeof addVerdict>,
): Promise<StoredVerdict> => {
  const known = await db.selectFrom('detainee').where('id', 'in', [a, b]).select('id').execute()
  for (const [field, id] of [['a', a], ['b', b]] as const) {
    if (!known.some((row) => row.id === id)) throw invalid({ [field]: `There is no person D-${id}. Choose another.` })
  }
  const [first, second] = a < b ? [a, b] : [b, a]
  const before = (await findAll(db)).find((verdict) => verdict.a === first && verdict.b === second)
  if (before) throw conflict(`${before.author} said so already: ${before.reason}`)
  return db
    .insertInto('duplicate_verdict')
    .values({ a_id: first, b_id: second, reason, author: account.name, author_id: account.id, made_at: new Date().toISOString() })
    .returning(['id', 'a_id as a', 'b_id as b', 'reason', 'author', 'made_at as madeAt'])
    .executeTakeFirstOrThrow()
}

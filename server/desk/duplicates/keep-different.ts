import type { Transaction } from 'kysely'
import type { DifferentFrom } from '#contract/different-from.ts'
import type { Register } from '../../db/register.ts'
import type { OpenChangeset } from '../../register/changeset.ts'
import { findVerdictsOf, keepVerdict } from './verdicts.queries.ts'

/** That someone who is entered is not this or that person of the register is kept, and not asked again. What was said before stays as it was said. */
export const keepDifferent = async (db: Transaction<Register>, changeset: OpenChangeset, id: number, differentFrom: DifferentFrom): Promise<void> => {
  if (differentFrom.length === 0) return
  const { author, author_id: authorId } = await db
    .selectFrom('changeset')
    .where('id', '=', changeset.id)
    .select(['author', 'author_id'])
    .executeTakeFirstOrThrow()
  if (authorId === null) return
  const said = new Set((await findVerdictsOf(db, id)).map(({ other }) => other))
  for (const { detaineeId, reason } of differentFrom) {
    if (!said.has(detaineeId)) await keepVerdict(db, { id: authorId, name: author }, { a: detaineeId, b: id, reason })
  }
}

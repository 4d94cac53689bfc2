import type { Request, Response } from 'express'
import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { HttpError } from '../../http/errors.ts'

/*
 * A page that was open before words left the register still has them, and would write them again.
 * Each answer says which act took words out last; a page sends back what it was told first.
 */

const header = 'Habeas-Words-Left'

/** The change that took words, or a person, out last; 0 before any. A withholding, by an account and without a proposal, takes nothing out. */
export const findWordsLeft = async (db: Kysely<Register>): Promise<number> => {
  const last = await db
    .selectFrom('changeset')
    .where('kind', '=', 'redaction')
    .where(({ or, eb }) => or([eb('proposal_id', 'is not', null), eb('author_id', 'is', null)]))
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id ?? 0
}

export const setWordsLeft = (response: Response, last: number): void => {
  response.setHeader(header, String(last))
}

/** Throws 409 where words left since the page that asks was loaded. Ask inside the transaction that would write them. */
export const checkWordsLeft = async (db: Kysely<Register>, request: Request): Promise<void> => {
  const told = request.get(header)
  if (told === undefined || told === String(await findWordsLeft(db))) return
  throw new HttpError(
    409,
    'words_left',
    'Words were taken out of the register since this page was loaded, and what is typed here may still hold them. Nothing of it was saved. What you typed is still in this window: copy what may stay, load the page again, and go on there.',
  )
}

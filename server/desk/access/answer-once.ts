import type { Request } from 'express'
import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { HttpError } from '../../http/errors.ts'
import { sha256 } from '../../register/hash.ts'
import { requireIdempotencyKey } from './idempotency-key.ts'

/** How long an answer is kept for a repeated request, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000

/** One create of one account, told from a repetition by its key and from another create by its content. */
export type OnceKey = { readonly userId: string; readonly key: string; readonly fingerprint: string }

export const onceKeyOf = (request: Request, userId: string): OnceKey => ({
  userId,
  key: requireIdempotencyKey(request),
  fingerprint: sha256([request.method, request.originalUrl, JSON.stringify(request.body)].join('\n')),
})

/** The answer given before, or undefined. Throws 422 when the key came with another content. */
export const findAnswer = async (db: Kysely<Register>, { userId, key, fingerprint }: OnceKey): Promise<unknown> => {
  const before = await db
    .selectFrom('idempotency_key')
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .select(['request_sha256', 'answer'])
    .executeTakeFirst()
  if (!before) return undefined
  if (before.request_sha256 !== fingerprint) {
    throw new HttpError(422, 'conflict', 'This Idempotency-Key was used for something else. Send a new one.')
  }
  return JSON.parse(before.answer)
}

/** Keeps an answer for a day; call it in the transaction of the write it answers. */
export const keepAnswer = async (
  db: Kysely<Register>,
  { userId, key, fingerprint }: OnceKey,
  answer: unknown,
): Promise<void> => {
  const now = Date.now()
  await db.deleteFrom('idempotency_key').where('created_at', '<', new Date(now - keptFor).toISOString()).execute()
  await db
    .insertInto('idempotency_key')
    .values({
      user_id: userId,
      key,
      request_sha256: fingerprint,
      status: 201,
      answer: JSON.stringify(answer),
      created_at: new Date(now).toISOString(),
    })
    .execute()
}

import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Account, Role } from '#contract/accounts.ts'
import type { Register } from '../../db/register.ts'
import { conflict } from '../../http/errors.ts'

/** What someone who makes an account says of themselves. */
export type NewAccount = { readonly name: string; readonly email: string; readonly password: string }

/** An account in the shape better-auth reads. `email` is kept in lower case, as it looks it up. Throws 409 where it is taken. */
export const insertAccount = async (
  db: Transaction<Register>,
  account: { name: string; email: string; hash: string; roles: readonly Role[] },
): Promise<Account> => {
  const id = randomUUID()
  const email = account.email.toLowerCase()
  const times = { createdAt: new Date().toISOString(), updatedAt: new Date().toISOString() }
  const taken = await db.selectFrom('account_user').where('email', '=', email).select('id').executeTakeFirst()
  if (taken) throw conflict('There is an account with this e-mail address already. Sign in with it, or give another.')
  await db.insertInto('account_user').values({ id, name: account.name, email, image: null, ...times }).execute()
  await db
    .insertInto('account_credential')
    .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: account.hash, ...times })
    .execute()
  for (const role of account.roles) await db.insertInto('account_role').values({ user_id: id, role }).execute()
  return { id, name: account.name, email, roles: [...account.roles] }
}

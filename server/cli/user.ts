import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Command } from 'commander'
import type { Kysely } from 'kysely'
import { roleLabels } from '#contract/codes.ts'
import type { StaffAccount } from '#contract/staff.ts'
import { readConfig } from '../config.ts'
import type { Register } from '../db/register.ts'
import { keepEvent } from '../desk/accounts/account-events.ts'
import { keepPasswordLink, passwordLink } from '../desk/accounts/password-links.ts'
import { removeSecondFactorOf } from '../desk/accounts/second-factor.ts'
import { findStaff } from '../desk/accounts/staff.queries.ts'
import { openRegister, registerFile } from '../register/open.ts'

/*
 * `npm run user -- …`: what whoever keeps the machine may need when nobody can sign in to do it.
 */

const open = () => {
  const { dataDir } = readConfig()
  if (!existsSync(registerFile(dataDir))) {
    throw new Error(`There is no register in ${dataDir}. Set HABEAS_DATA_DIR, or start Habeas once.`)
  }
  return openRegister(dataDir)
}

const findAccount = async (db: Kysely<Register>, email: string): Promise<StaffAccount> => {
  const account = (await findStaff(db)).find((one) => one.email === email.trim().toLowerCase())
  if (!account) throw new Error(`There is no account with the address ${email}. "npm run user -- list" shows them.`)
  return account
}

const list = async (): Promise<void> => {
  const register = await open()
  for (const { name, email, roles, secondFactor, shutOutAt } of await findStaff(register.db)) {
    const marks = [secondFactor ? 'second factor' : 'password only', ...(shutOutAt === null ? [] : ['shut out'])]
    console.log(`${name} <${email}>: ${roles.map((role) => roleLabels[role]).join(', ') || 'no role'}; ${marks.join(', ')}`)
  }
  await register.close()
}

/** Takes a lost second factor away; the sessions of the account end. It stands in the access log. */
const resetSecondFactor = async (email: string): Promise<void> => {
  const register = await open()
  try {
    const account = await findAccount(register.db, email)
    if (!account.secondFactor) throw new Error(`${account.name} has no second factor.`)
    await register.db.transaction().execute(async (db) => {
      await removeSecondFactorOf(db, account.id)
      await db.deleteFrom('account_session').where('userId', '=', account.id).execute()
      await keepEvent(db, { act: 'second_factor_reset', by: null, subject: account.id })
    })
    console.log(`${account.name} signs in with the password alone now, and should set up another second factor at once.`)
  } finally {
    await register.close()
  }
}

/** For an administrator who forgot their password, and nobody else can make a link for them. It stands in the access log. */
const makePasswordLink = async (email: string): Promise<void> => {
  const register = await open()
  try {
    const { id, name } = await findAccount(register.db, email)
    const token = randomBytes(32).toString('base64url')
    const endsAt = await register.db.transaction().execute((db) => keepPasswordLink(db, { id, by: null, token }))
    console.log(`${name} chooses another password, once and until ${endsAt}, at the desk's own address followed by\n${passwordLink(token)}`)
  } finally {
    await register.close()
  }
}

const command = new Command('user').description('Accounts of the desk, from the machine itself.')
command.command('list').description('every account with its roles').action(list)
command
  .command('reset-second-factor <email>')
  .description('takes away a second factor that was lost with its recovery codes')
  .action(resetSecondFactor)
command
  .command('password-link <email>')
  .description('makes a one-time link for a new password; the second factor stays')
  .action(makePasswordLink)

try {
  await command.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : 'It failed, for a reason it cannot name.')
  process.exitCode = 1
}

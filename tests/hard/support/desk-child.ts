import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Role } from '#contract/accounts.ts'
import type { Config } from '#server/config.ts'
import { insertAccount } from '#server/desk/accounts/new-account.ts'
import { hashPassword } from '#server/desk/accounts/passwords.ts'
import type { DoorMessage } from '#server/http/run-door.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { openRegister } from '#server/register/open.ts'
import { type Client, clientOf } from '../../server/desk/support/client.ts'
import { deskConfig } from '../../server/desk/support/open-desk.ts'

const program = fileURLToPath(new URL('../../server/desk/support/desk-process.ts', import.meta.url))

export type DeskChild = { readonly process: ChildProcess; readonly address: string; readonly msToOpen: number }

/** Starts the desk in a process of its own; `limit` is a shell command that is run before it, in the same process. */
export const startDeskChild = async (config: Pick<Config, 'dataDir' | 'clientDir'>, limit = ':'): Promise<DeskChild> => {
  const started = performance.now()
  const child = spawn('sh', ['-c', `${limit}; exec "$0" "$@"`, process.execPath, program, config.clientDir], {
    env: { ...process.env, HABEAS_DATA_DIR: config.dataDir, DESK_PORT: '0', HABEAS_REQUESTS_PER_MINUTE: '0' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A group of its own: what it starts is killed with it.
    detached: true,
  })
  onTestFinished(() => killGroup(child))
  const [message] = (await once(child, 'message')) as [DoorMessage<{ address: string }>]
  if (message.kind !== 'ready') throw new Error(`The desk did not open: ${message.message}`)
  return { process: child, address: message.ready.address, msToOpen: performance.now() - started }
}

const killGroup = ({ pid, exitCode, signalCode }: ChildProcess): void => {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL')
}

/** Ends a desk and all it started at once, as the kernel would, and waits until it is gone. */
export const killNow = async ({ process: child }: DeskChild): Promise<void> => {
  const gone = once(child, 'exit')
  killGroup(child)
  await gone
}

const person = { name: 'Ada Keeper', email: 'ada.keeper@example.org', password: 'a long enough password' }
const roles: readonly Role[] = ['contributor', 'reviewer', 'publisher', 'admin']

/** A data folder with an empty register, or one with the seed, and one account, which has every role needed to enter and approve. */
export const deskFolder = async (given: { readonly dataDir?: string; readonly seeded?: boolean } = {}): Promise<Config> => {
  const laid = await deskConfig()
  const dataDir = given.dataDir ?? laid.dataDir
  const config = { ...laid, dataDir, editionsDir: join(dataDir, 'editions') }
  const register = await openRegister(config.dataDir)
  if (given.seeded) await seedRegister(register.db)
  const hash = await hashPassword(person.password)
  await register.db.transaction().execute((db) => insertAccount(db, { ...person, hash, roles }))
  await register.close()
  return config
}

/** That account, signed in. Its session holds over a restart; the address does not. */
export const signInAt = async (address: string): Promise<Client> => {
  const client = clientOf(address)
  const answer = await client.post('/auth/sign-in/email', { email: person.email, password: person.password })
  if (answer.status !== 200) throw new Error(`cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`)
  return client
}

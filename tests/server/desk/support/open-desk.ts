import { mkdir, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '#tests/support/test-register.ts'
import type { Role } from '#contract/accounts.ts'
import { type Config, readConfig } from '#server/config.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { insertAccount } from '#server/desk/accounts/new-account.ts'
import { hashPassword } from '#server/desk/accounts/passwords.ts'
import { openDeskAside } from '#server/desk/desk-aside.ts'
import { deskApp } from '#server/desk/desk-app.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { openRegister } from '#server/register/open.ts'
import { type Client, clientOf } from './client.ts'

export const goodPassword = 'a long enough password'
const hash = hashPassword(goodPassword)

export type Desk = {
  readonly config: Config
  readonly register: Opened<Register>
  readonly address: string
  /** Someone who is not signed in. */
  readonly stranger: Client
  /** A new account with these roles, signed in; its address is `name.in.full@example.org`. */
  readonly signIn: (name: string, ...roles: Role[]) => Promise<Client>
}

/** A folder as `npm start` lays it out, with a page in place of the built client. */
export const deskConfig = async (): Promise<Config> => {
  const dataDir = await temporaryFolder()
  const clientDir = join(dataDir, 'client')
  await mkdir(join(clientDir, 'desk'), { recursive: true })
  await mkdir(join(clientDir, 'assets'), { recursive: true })
  await writeFile(join(clientDir, 'desk', 'index.html'), '<!doctype html><title>Habeas desk</title>')
  await writeFile(join(clientDir, 'assets', 'desk-1a2b3c.js'), 'export {}')
  return { ...readConfig({ HABEAS_DATA_DIR: dataDir, PORT: '0', DESK_PORT: '0', HABEAS_REQUESTS_PER_MINUTE: '0' }), clientDir }
}

/** A desk over a register of its own, listening until the test ends. */
export const openDesk = async ({ seeded = false, deskNames = [] as readonly string[], trustedProxies = [] as readonly string[], requestsPerMinute = 0, withReaders = false } = {}): Promise<Desk> => {
  const config = { ...(await deskConfig()), deskNames, trustedProxies, requestsPerMinute }
  const register = await openRegister(config.dataDir)
  if (seeded) await seedRegister(register.db)
  const aside = withReaders ? openDeskAside(config) : null
  const app = await deskApp({ config, register, secret: 'f'.repeat(64), log: pino({ level: 'silent' }), ...(aside && { aside }) })
  const server: Server = await listen(app, { door: 'desk', host: config.deskHost, port: 0 })
  onTestFinished(async () => {
    server.closeAllConnections()
    await closeServer(server)
    await aside?.close()
    await register.close()
  })
  const address = addressOf(server)
  const signIn: Desk['signIn'] = async (name, ...roles) => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
    const password = await hash
    await register.db.transaction().execute((db) => insertAccount(db, { name, email, hash: password, roles }))
    const client = clientOf(address)
    const answer = await client.post('/auth/sign-in/email', { email, password: goodPassword })
    if (answer.status !== 200) throw new Error(`${name} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`)
    return client
  }
  return { config, register, address, stranger: clientOf(address), signIn }
}

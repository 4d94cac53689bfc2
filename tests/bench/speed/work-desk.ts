import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { insertAccount } from '#server/desk/accounts/new-account.ts'
import { hashPassword } from '#server/desk/accounts/passwords.ts'
import { editionFile, readEditionIndex } from '#server/editions/edition-index.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { type Client, clientOf } from '../../server/desk/support/client.ts'
import { type Door, openDesk } from './door.ts'

/** A desk over a copy of a register, with someone at it who may enter, review and publish. */
export type WorkDesk = {
  readonly dataDir: string
  readonly door: Door
  readonly client: Client
  readonly close: () => Promise<void>
}

const account = { name: 'Ada Bench', email: 'ada@example.org' }
const password = 'a long enough password'

/** What is written is written to a copy: the register that is kept stays as it is. */
const copyAside = async (from: string): Promise<string> => {
  const aside = `${from}.desk`
  await rm(aside, { recursive: true, force: true })
  await mkdir(join(aside, 'editions'), { recursive: true })
  const copy = async (place: (folder: string) => string): Promise<void> => {
    if (existsSync(place(from))) await copyFile(place(from), place(aside), constants.COPYFILE_FICLONE)
  }
  await copy(registerFile)
  // What the last connection had not put into the file.
  await copy((folder) => `${registerFile(folder)}-wal`)
  await copy((folder) => join(folder, 'editions', 'editions.json'))
  const [newest] = await readEditionIndex(join(from, 'editions'))
  if (newest !== undefined) await copy((folder) => editionFile(join(folder, 'editions'), newest))
  return aside
}

export const openWorkDesk = async (from: string): Promise<WorkDesk> => {
  const dataDir = await copyAside(from)
  const register = await openRegister(dataDir)
  const hash = await hashPassword(password)
  await register.db.transaction().execute((db) => insertAccount(db, { ...account, hash, roles: ['contributor', 'reviewer', 'publisher'] }))
  await register.close()
  const door = await openDesk(dataDir)
  const close = async (): Promise<void> => {
    await door.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const client = clientOf(door.address)
  const { status } = await client.post('/auth/sign-in/email', { email: account.email, password })
  if (status === 200) return { dataDir, door, client, close }
  await close()
  throw new Error(`Signing in at the desk answered ${status}`)
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { codeOf } from '#tests/support/totp.ts'
import { type Client, clientOf } from './support/client.ts'
import { type Desk, goodPassword, openDesk } from './support/open-desk.ts'

const another = 'four other words nobody joins'
const email = 'ada.author@example.org'
const tokenIn = (link: string) => link.split('#')[1] ?? ''

const ready = async () => {
  const desk = await openDesk()
  const admin = await desk.signIn('Alma Admin', 'admin')
  const author = await desk.signIn('Ada Author', 'contributor')
  return { desk, admin, author, id: await idOf(admin, 'Ada Author') }
}

const idOf = async (admin: Client, name: string): Promise<string> =>
  (await admin.get('/staff')).body.accounts.find((account: { name: string }) => account.name === name).id

const linkFor = async (admin: Client, id: string): Promise<string> => tokenIn((await admin.post(`/staff/${id}/password-link`, {})).body.link)

const set = (desk: Desk, token: string, password = another) => clientOf(desk.address).post('/accounts/password', { token, password })

const signIn = (client: Client, password: string) => client.post('/auth/sign-in/email', { email, password })

const acts = async (desk: Desk) => (await desk.register.db.selectFrom('account_event').selectAll().orderBy('id').execute()).map(({ act }) => act)

test('a link sets another password once, ends every session of the account, and stands in the access log', async () => {
  const { desk, admin, author, id } = await ready()
  const token = await linkFor(admin, id)
  expect((await admin.get('/staff')).body.invitations).toMatchObject([{ account: { id, name: 'Ada Author' } }])
  expect((await set(desk, token, 'ada author ada author')).status).toBe(400)
  expect((await author.get('/proposals')).status).toBe(200)
  expect((await set(desk, token)).status).toBe(200)
  expect((await author.get('/proposals')).status).toBe(401)
  expect((await set(desk, token, 'yet another four words here')).status).toBe(403)
  expect((await signIn(clientOf(desk.address), goodPassword)).status).toBe(401)
  expect((await signIn(clientOf(desk.address), another)).body).toMatchObject({ account: { name: 'Ada Author' } })
  expect(await acts(desk)).toEqual(expect.arrayContaining(['password_link_made', 'password_changed']))
  expect((await admin.get('/staff')).body.invitations).toEqual([])
})

test('the second factor stays: the new password alone opens nothing', async () => {
  const { desk, admin, author, id } = await ready()
  const { uri } = (await author.post('/account/second-factor', { password: goodPassword })).body
  await author.post('/account/second-factor/code', { code: codeOf(uri, -1) })
  expect((await set(desk, await linkFor(admin, id))).status).toBe(200)
  const client = clientOf(desk.address)
  expect((await signIn(client, another)).body).toEqual({ account: null, secondFactorNeeded: true })
  expect((await client.get('/proposals')).status).toBe(401)
  expect((await client.post('/auth/second-factor', { code: codeOf(uri) })).status).toBe(200)
})

test('a link that has ended, was withdrawn, followed by another, or is of somebody shut out sets nothing', async () => {
  const { desk, admin, id } = await ready()
  const ended = await linkFor(admin, id)
  await desk.register.db.updateTable('account_invitation').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute()
  const withdrawn = await linkFor(admin, id)
  const [{ id: link }] = (await admin.get('/staff')).body.invitations
  await admin.delete(`/invitations/${link}`, undefined)
  const earlier = await linkFor(admin, id)
  const last = await linkFor(admin, id)
  for (const token of [ended, withdrawn, earlier, 'no such link']) expect((await set(desk, token)).status).toBe(403)
  await admin.post(`/staff/${id}/shut-out`, {})
  expect((await set(desk, last)).status).toBe(403)
  expect((await admin.post(`/staff/${id}/password-link`, {})).status).toBe(409)
})

test('a link for a password makes no account, and an invitation sets no password', async () => {
  const { desk, admin, id } = await ready()
  const guest = { name: 'Rita Reviewer', email: 'rita@example.org', password: another }
  expect((await desk.stranger.post('/accounts/invited', { token: await linkFor(admin, id), ...guest })).status).toBe(403)
  const { link } = (await admin.post('/invitations', { roles: ['reviewer'] })).body
  expect((await set(desk, tokenIn(link))).status).toBe(403)
})

test('nobody makes a link for themselves, and a repeated request gives the same one, kept nowhere', async () => {
  const { desk, admin, id } = await ready()
  expect((await admin.post(`/staff/${await idOf(admin, 'Alma Admin')}/password-link`, {})).status).toBe(403)
  const key = { 'idempotency-key': 'one-key-of-mine' }
  const links = [await admin.post(`/staff/${id}/password-link`, {}, key), await admin.post(`/staff/${id}/password-link`, {}, key)]
  expect(links[1]?.body).toEqual(links[0]?.body)
  expect(desk.register.raw.serialize().toString('latin1')).not.toContain(tokenIn(links[0]?.body.link))
})

test('whoever keeps the machine makes a link for the only administrator', async () => {
  const { desk } = await ready()
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['server/cli/user.ts', ...args], { env: { ...process.env, HABEAS_DATA_DIR: desk.config.dataDir } })
  const { stdout } = await run('password-link', 'alma.admin@example.org')
  expect((await set(desk, stdout.trim().split('#')[1] ?? '')).status).toBe(200)
  await expect(run('password-link', 'nobody@example.org')).rejects.toThrow('There is no account with the address')
})

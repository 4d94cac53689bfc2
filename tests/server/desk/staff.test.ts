import { describe, expect, test } from 'vitest'
import { type Client, clientOf } from './support/client.ts'
import { type Desk, goodPassword, openDesk } from './support/open-desk.ts'
import { propose } from './support/release.ts'

const guest = { name: 'Rita Reviewer', email: 'rita@example.org', password: 'four words nobody joins' }
const tokenIn = (link: string) => link.split('#')[1] ?? ''

const accountOf = async (admin: Client, name: string) => {
  const { accounts } = (await admin.get('/staff')).body
  return accounts.find((account: { name: string }) => account.name === name)
}
const change = async (admin: Client, name: string, path: string, body: object = {}) => {
  const { id, version } = await accountOf(admin, name)
  const send = path === 'roles' ? admin.put : admin.post
  return send(`/staff/${id}/${path}`, body, { 'if-match': `"${version}"` })
}
const logged = async (desk: Desk) => (await desk.register.db.selectFrom('account_event').selectAll().orderBy('id').execute()).map(({ act }) => act)

describe('an invitation', () => {
  test('makes one account with its roles, once', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    const { link } = (await admin.post('/invitations', { roles: ['reviewer', 'auditor'] })).body
    const made = await desk.stranger.post('/accounts/invited', { token: tokenIn(link), ...guest })
    expect([made.status, made.body.account?.roles]).toEqual([201, ['reviewer', 'auditor']])
    expect((await desk.stranger.get('/session')).body.account.name).toBe('Rita Reviewer')
    const again = await clientOf(desk.address).post('/accounts/invited', { token: tokenIn(link), ...guest, email: 'other@example.org' })
    expect([again.status, again.body.error.message]).toEqual([403, 'This link has been used, was withdrawn or has ended. Ask who sent it for a new one.'])
    expect((await admin.get('/staff')).body.invitations).toEqual([])
  })

  test('is made once when it is asked for twice with one key, and its link lies nowhere', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    const key = { 'idempotency-key': 'one-key-of-mine' }
    const answers = [await admin.post('/invitations', { roles: ['reviewer'] }, key), await admin.post('/invitations', { roles: ['reviewer'] }, key)]
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    expect((await admin.get('/staff')).body.invitations.length).toBe(1)
    const everything = desk.register.raw.serialize().toString('latin1')
    expect(everything).not.toContain(tokenIn(answers[0]?.body.link))
  })

  test.each([
    ['was withdrawn', async (admin: Client, desk: Desk) => {
      const [{ id }] = (await admin.get('/staff')).body.invitations
      expect((await admin.delete(`/invitations/${id}`, undefined)).status).toBe(200)
      return desk
    }],
    ['has ended', (_: Client, desk: Desk) =>
      desk.register.db.updateTable('account_invitation').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute()],
    ['was made by someone who has been shut out', async (admin: Client, desk: Desk) => {
      await desk.signIn('Second Admin', 'admin').then((second) => change(second, 'Alma Admin', 'shut-out'))
      expect((await admin.get('/staff')).status).toBe(401)
    }],
  ])('that %s makes nothing', async (_, end) => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    const { link } = (await admin.post('/invitations', { roles: ['reviewer'] })).body
    await end(admin, desk)
    expect((await desk.stranger.post('/accounts/invited', { token: tokenIn(link), ...guest })).status).toBe(403)
  })

  test('does not make a second account of one address, and stays open for another', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    const { link } = (await admin.post('/invitations', { roles: ['reviewer'] })).body
    const taken = await desk.stranger.post('/accounts/invited', { token: tokenIn(link), ...guest, email: 'Alma.Admin@example.org' })
    expect(taken.status).toBe(409)
    expect((await desk.stranger.post('/accounts/invited', { token: tokenIn(link), ...guest })).status).toBe(201)
  })
})

describe('roles', () => {
  test('hold from the next request on, and are kept with who gave them', async () => {
    const desk = await openDesk({ seeded: true })
    const admin = await desk.signIn('Alma Admin', 'admin')
    const author = await desk.signIn('Ada Author', 'contributor')
    expect((await author.get('/proposals')).status).toBe(200)
    const changed = await change(admin, 'Ada Author', 'roles', { roles: ['admin'] })
    expect([changed.status, changed.body.roles]).toEqual([200, ['admin']])
    expect((await author.get('/proposals')).status).toBe(403)
    expect((await author.get('/detainees')).status).toBe(403)
    const line = await desk.register.db.selectFrom('account_event').where('act', '=', 'roles_changed').selectAll().executeTakeFirstOrThrow()
    expect(line.detail).toBe('Contributor → Administrator')
  })

  test('are not given to oneself, and one administrator always remains', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    expect((await change(admin, 'Alma Admin', 'roles', { roles: ['admin', 'publisher'] })).status).toBe(403)
    await desk.signIn('Ada Author', 'contributor')
    const last = await change(admin, 'Alma Admin', 'roles', { roles: ['auditor'] })
    expect([last.status]).toEqual([403])
    expect((await change(admin, 'Ada Author', 'roles', { roles: ['admin'] })).status).toBe(200)
    expect((await change(admin, 'Ada Author', 'roles', { roles: [] })).status).toBe(400)
  })

  test('changed by someone else meanwhile are not overwritten', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    await desk.signIn('Ada Author', 'contributor')
    const { id, version } = await accountOf(admin, 'Ada Author')
    const set = (roles: string[], headers = { 'if-match': `"${version}"` }) => admin.put(`/staff/${id}/roles`, { roles }, headers)
    expect((await set(['reviewer'])).status).toBe(200)
    expect((await set(['publisher'])).status).toBe(412)
    expect((await admin.put(`/staff/${id}/roles`, { roles: ['publisher'] })).status).toBe(428)
  })
})

describe('someone who is shut out', () => {
  test('is out at once, is answered as a stranger is, and keeps their name on their work', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    const author = await desk.signIn('Ada Author', 'contributor')
    const reviewer = await desk.signIn('Rita Reviewer', 'reviewer')
    const { id } = (await propose(author)).body
    expect((await change(admin, 'Ada Author', 'shut-out')).body.shutOutAt).toMatch(/^\d{4}-/)
    expect((await author.get('/proposals')).status).toBe(401)
    const right = await desk.stranger.post('/auth/sign-in/email', { email: 'ada.author@example.org', password: goodPassword })
    const nobody = await desk.stranger.post('/auth/sign-in/email', { email: 'nobody@example.org', password: goodPassword })
    expect([right.status, right.body]).toEqual([401, nobody.body])
    expect((await reviewer.get(`/proposals/${id}`)).body.author.name).toBe('Ada Author')
    expect((await change(admin, 'Ada Author', 'let-in')).body.shutOutAt).toBeNull()
    const back = await desk.stranger.post('/auth/sign-in/email', { email: 'ada.author@example.org', password: goodPassword })
    expect(back.body.account?.roles).toEqual(['contributor'])
    expect(await logged(desk)).toEqual(expect.arrayContaining(['shut_out', 'let_in']))
  })

  test('cannot be given a session even by the database', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    await desk.signIn('Ada Author', 'contributor')
    const { id } = await accountOf(admin, 'Ada Author')
    await change(admin, 'Ada Author', 'shut-out')
    const now = new Date().toISOString()
    const session = { id: 's', token: 't', userId: id, expiresAt: now, createdAt: now, updatedAt: now, ipAddress: null, userAgent: null }
    await expect(desk.register.db.insertInto('account_session').values(session).execute()).rejects.toThrow('shut out')
  })

  test('is neither oneself nor the last administrator', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    expect((await change(admin, 'Alma Admin', 'shut-out')).status).toBe(403)
  })
})

describe('the settings', () => {
  test('are off at first, changed by an administrator against a version, and kept with who did', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    const auditor = await desk.signIn('Otto Auditor', 'auditor')
    const before = await admin.get('/settings')
    expect(before.body).toEqual({ settings: { secondPersonMustApprove: false, twoFactorsRequired: false }, changed: null, withoutSecondFactor: 2 })
    const on = { secondPersonMustApprove: true, twoFactorsRequired: false }
    const version = { 'if-match': before.headers.get('etag') ?? '' }
    expect((await admin.put('/settings', on)).status).toBe(428)
    const after = await admin.put('/settings', on, version)
    expect([after.status, after.body.settings, after.body.changed.by]).toEqual([200, on, 'Alma Admin'])
    expect((await admin.put('/settings', { ...on, secondPersonMustApprove: false }, version)).status).toBe(412)
    const log = (await auditor.get('/access-log?act=settings_changed')).body
    expect([log.page.total, log.data[0].by.name, log.data[0].detail]).toEqual([1, 'Alma Admin', '“A second person must approve” on'])
  })
})

describe('the access log', () => {
  test('cannot be altered, and keeps neither address nor browser nor password', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    await admin.post('/account/confirm', { password: goodPassword }, { 'user-agent': 'a telling browser', 'x-forwarded-for': '203.0.113.7' })
    const lines = JSON.stringify(await desk.register.db.selectFrom('account_event').selectAll().execute())
    for (const told of ['a telling browser', '203.0.113.7', '127.0.0.1', goodPassword]) expect(lines).not.toContain(told)
    await expect(desk.register.db.updateTable('account_event').set({ detail: 'x' }).execute()).rejects.toThrow('never altered')
    await expect(desk.register.db.deleteFrom('account_event').execute()).rejects.toThrow('never deleted')
  })

  test('is read page by page', async () => {
    const desk = await openDesk()
    const auditor = await desk.signIn('Otto Auditor', 'auditor')
    for (const name of ['One', 'Two', 'Three']) await desk.signIn(name, 'contributor')
    const first = (await auditor.get('/access-log?limit=3')).body
    const second = (await auditor.get(`/access-log?limit=3&cursor=${first.page.next}`)).body
    expect([first.page.total, first.data.length, second.data.length, second.page.next]).toEqual([4, 3, 1, null])
    expect((await auditor.get('/access-log?cursor=nonsense')).status).toBe(400)
  })
})

describe('one’s own sessions', () => {
  test('are one’s own: someone else’s are not found, and a password change ends the others', async () => {
    const desk = await openDesk()
    const [ada, rita] = [await desk.signIn('Ada Author', 'contributor'), await desk.signIn('Rita Reviewer', 'reviewer')]
    const [{ id }] = (await rita.get('/account/sessions')).body.data
    expect((await ada.delete(`/account/sessions/${id}`, undefined)).status).toBe(404)
    const other = clientOf(desk.address)
    await other.post('/auth/sign-in/email', { email: 'ada.author@example.org', password: goodPassword })
    expect((await ada.get('/account/sessions')).body.data.map(({ current }: { current: boolean }) => current).toSorted()).toEqual([false, true])
    const before = ada.cookie()
    const changed = await ada.post('/account/password', { current: goodPassword, password: guest.password })
    expect(changed.status).toBe(200)
    expect(ada.cookie()).not.toBe(before)
    expect([(await ada.get('/proposals')).status, (await other.get('/proposals')).status]).toEqual([200, 401])
    ada.wear(before)
    expect((await ada.get('/proposals')).status).toBe(401)
  })

  test('signing in again in one browser ends the session it had', async () => {
    const desk = await openDesk()
    const ada = await desk.signIn('Ada Author', 'contributor')
    const before = ada.cookie()
    await ada.post('/auth/sign-in/email', { email: 'ada.author@example.org', password: goodPassword })
    expect((await ada.get('/proposals')).status).toBe(200)
    ada.wear(before)
    expect((await ada.get('/proposals')).status).toBe(401)
  })
})

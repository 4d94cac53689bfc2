import { mkdir } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf } from '#tests/support/totp.ts'
import { rolesAtTheDesk } from '#contract/access.ts'
import { allEndpoints } from '#contract/registry.ts'
import { enterPerson } from '#tests/support/enter-people.ts'
import { write } from '#tests/support/test-register.ts'
import { type Desk, goodPassword, openDesk } from './support/open-desk.ts'
import { propose, review } from './support/release.ts'

// A code is of a half minute: none ends while a test is at work.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
afterEach(() => void vi.useRealTimers())

/** As if everyone had signed in so long ago. */
const passed = (desk: Desk, minutes: number) =>
  desk.register.db
    .updateTable('account_session')
    .set({ createdAt: new Date(Date.now() - minutes * 60_000).toISOString() })
    .execute()

describe('what asks for a fresh sign-in', () => {
  test('is refused eleven minutes after signing in, and open for ten once the password is given again', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    expect((await admin.post('/invitations', { roles: ['reviewer'] })).status).toBe(201)
    await passed(desk, 11)
    const refused = await admin.post('/invitations', { roles: ['reviewer'] })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'fresh_sign_in_required'])
    const wrong = await admin.post('/account/confirm', { password: 'not my password at all' })
    expect([wrong.status, Object.keys(wrong.body.error.fields)]).toEqual([400, ['password']])
    expect((await admin.post('/account/confirm', { password: goodPassword })).status).toBe(200)
    expect((await admin.post('/invitations', { roles: ['reviewer'] })).status).toBe(201)
    const confirmed_at = new Date(Date.now() - 11 * 60_000).toISOString()
    await desk.register.db.updateTable('account_confirmation').set({ confirmed_at }).execute()
    expect((await admin.post('/invitations', { roles: ['reviewer'] })).status).toBe(403)
  })

  test('asks for the second factor too, where there is one, and takes a code once', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    const { uri } = (await admin.post('/account/second-factor', { password: goodPassword })).body
    await admin.post('/account/second-factor/code', { code: codeOf(uri, -1) })
    await passed(desk, 11)
    const without = await admin.post('/account/confirm', { password: goodPassword })
    expect([without.status, Object.keys(without.body.error.fields)]).toEqual([400, ['code']])
    const code = codeOf(uri)
    expect((await admin.post('/account/confirm', { password: goodPassword, code })).status).toBe(200)
    expect((await admin.post('/account/confirm', { password: goodPassword, code })).status).toBe(400)
  })

  test('is every act of an administrator, and every list that is taken along', async () => {
    const desk = await openDesk({ seeded: true })
    const [admin, reader] = [await desk.signIn('Alma Admin', 'admin'), await desk.signIn('Ada Author', 'contributor')]
    await passed(desk, 11)
    for (const asked of allEndpoints.filter(({ fresh, roles }) => fresh === true && roles !== 'staff')) {
      expect(rolesAtTheDesk(asked)).not.toBe('anyone')
      const path = asked.path.replaceAll(/:\w+/g, '1')
      const send = { get: admin.get, post: admin.post, put: admin.put, delete: admin.delete }[asked.method]
      const answer = rolesAtTheDesk(asked).includes('admin') ? await send(path, {} as never, { 'if-match': '"1"' }) : null
      if (answer) expect([path, answer.status, answer.body.error.code]).toEqual([path, 403, 'fresh_sign_in_required'])
    }
    for (const path of ['/detainees.csv', '/release-events.json', '/sources.xlsx']) {
      expect([path, (await reader.get(path)).body.error?.code]).toEqual([path, 'fresh_sign_in_required'])
    }
    expect((await reader.get('/detainees')).status).toBe(200)
  })

  test('is what the public is shown of a person, and approving a redaction, but not rejecting one', async () => {
    const desk = await openDesk()
    const [author, publisher] = [await desk.signIn('Ada Author', 'contributor'), await desk.signIn('Pia Publisher', 'publisher')]
    await mkdir(desk.config.editionsDir, { recursive: true })
    await write(desk.register, (db) => enterPerson(db, { names: ['Пётр Іншы'] }))
    const proposals = [1, 2].map(() => propose(author, { person: 1 }, { kind: 'redaction', changeKind: 'redaction', reason: 'At their own request' }))
    const [first, second] = await Promise.all(proposals)
    if (!first || !second) throw new Error('two were proposed')
    await passed(desk, 11)
    const { headers } = await publisher.get('/detainees/1/visibility')
    const withhold = () => publisher.post('/detainees/1/visibility', { visibility: 'withheld', reason: 'At risk' }, { 'if-match': headers.get('etag') ?? '' })
    for (const answer of [await withhold(), await review(publisher, first)]) {
      expect([answer.status, answer.body.error.code]).toEqual([403, 'fresh_sign_in_required'])
    }
    expect((await review(publisher, second, 'reject', 'Once is enough')).status).toBe(200)
    await publisher.post('/account/confirm', { password: goodPassword })
    expect((await withhold()).status).toBe(200)
    expect((await review(publisher, first)).status).toBe(200)
  })

  test('waits after wrong passwords as signing in does', async () => {
    const desk = await openDesk()
    const admin = await desk.signIn('Alma Admin', 'admin')
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await admin.post('/account/confirm', { password: 'not my password at all' })).status).toBe(400)
    }
    expect((await admin.post('/account/confirm', { password: goodPassword })).status).toBe(429)
  })
})

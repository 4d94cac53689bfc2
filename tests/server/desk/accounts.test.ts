import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { authOptions } from '#server/desk/accounts/auth.ts'
import { atMost } from '#server/desk/accounts/at-most.ts'
import { readDeskSecret } from '#server/desk/accounts/desk-secret.ts'
import { ensureFirstAccountToken } from '#server/desk/accounts/first-account.ts'
import { emptyRegister, temporaryFolder } from '#tests/support/test-register.ts'
import { type Desk, goodPassword, openDesk } from './support/open-desk.ts'

const first = { name: 'Ada First', email: 'Ada@Example.org', password: goodPassword }

const tokenOf = async (desk: Desk): Promise<string> => (await ensureFirstAccountToken(desk.register.db)) ?? 'there is an account'

describe('the first account', () => {
  test('is made with the one-time link, has every role but the auditor’s, and is signed in', async () => {
    const desk = await openDesk()
    expect((await desk.stranger.get('/session')).body).toEqual({
      account: null,
      needsFirstAccount: true,
      settings: { secondPersonMustApprove: false, twoFactorsRequired: false },
      secondFactor: { enrolled: false, due: false },
      freshUntil: null,
    })
    const made = await desk.stranger.post('/accounts/first', { token: await tokenOf(desk), ...first })
    expect(made.status).toBe(201)
    const account = { name: 'Ada First', email: 'ada@example.org', roles: ['contributor', 'reviewer', 'publisher', 'admin'] }
    expect(made.body.account).toMatchObject(account)
    expect((await desk.stranger.get('/session')).body).toMatchObject({ account, needsFirstAccount: false })
    expect(await ensureFirstAccountToken(desk.register.db)).toBeNull()
  })

  test.each([
    ['was used', async (desk: Desk) => {
      const token = await tokenOf(desk)
      await desk.stranger.post('/accounts/first', { token, ...first })
      return token
    }],
    ['has ended', async (desk: Desk) => {
      const token = await tokenOf(desk)
      await desk.register.db.updateTable('account_invitation').set({ expires_at: '2020-01-01T00:00:00.000Z' }).execute()
      return token
    }],
    ['is of an earlier start', async (desk: Desk) => {
      const token = await tokenOf(desk)
      await tokenOf(desk)
      return token
    }],
    ['never was one', () => Promise.resolve('not-a-token')],
  ])('is not made with a link that %s, and the answer says what to do', async (_, tokenFor) => {
    const desk = await openDesk()
    const token = await tokenFor(desk)
    const before = await desk.register.db.selectFrom('account_user').select('id').execute()
    const answer = await desk.stranger.post('/accounts/first', { token, ...first, email: 'other@example.org' })
    expect(answer.status).toBe(403)
    expect(answer.body.error.message).toBe(
      'This link has been used or has ended. Start Habeas again: it prints a new one while there is no account.',
    )
    expect(await desk.register.db.selectFrom('account_user').select('id').execute()).toEqual(before)
  })

  test('is made once when the link is used twice at the same moment', async () => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    const answers = await Promise.all(
      ['one@example.org', 'two@example.org'].map((email) => desk.stranger.post('/accounts/first', { token, ...first, email })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 403])
    expect((await desk.register.db.selectFrom('account_user').select('id').execute()).length).toBe(1)
  })

  test('needs a password of 15 characters and a real address, and says so at each field', async () => {
    const desk = await openDesk()
    const answer = await desk.stranger.post('/accounts/first', { token: 'x', name: ' ', email: 'nobody', password: 'short' })
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.body.error.fields)).toEqual(['name', 'email', 'password'])
  })

  test('keeps no password and no token, only an argon2id hash and a SHA-256', async () => {
    const desk = await openDesk()
    const token = await tokenOf(desk)
    await desk.stranger.post('/accounts/first', { token, ...first })
    const credential = await desk.register.db.selectFrom('account_credential').selectAll().executeTakeFirstOrThrow()
    expect(credential.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    const everything = desk.register.raw.serialize().toString('latin1')
    expect(everything).not.toContain(token)
    expect(everything).not.toContain(goodPassword)
  })
})

describe('a session', () => {
  test('is a cookie of our own that scripts cannot read and other sites cannot send', async () => {
    const desk = await openDesk()
    await desk.signIn('Ada Author', 'contributor')
    const answer = await desk.stranger.post('/auth/sign-in/email', { email: 'ada.author@example.org', password: goodPassword })
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^habeas_desk=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(Object.keys(answer.body)).toEqual(['account', 'secondFactorNeeded'])
  })

  test('behind TLS is a cookie that a browser sends over TLS only', async () => {
    const desk = await openDesk()
    await desk.signIn('Ada Author', 'contributor')
    const origin = desk.address.replace('http:', 'https:')
    const body = { email: 'ada.author@example.org', password: goodPassword }
    const answer = await desk.stranger.post('/auth/sign-in/email', body, { origin })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-habeas_desk=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect((await desk.stranger.get('/session')).body.account).toMatchObject({ name: 'Ada Author' })
  })

  test('keeps times as ISO text, no address and no browser', async () => {
    const desk = await openDesk()
    const client = await desk.signIn('Ada Author', 'contributor')
    await client.get('/session', { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'a telling browser' })
    const session = await desk.register.db.selectFrom('account_session').selectAll().executeTakeFirstOrThrow()
    expect(session).toMatchObject({ ipAddress: null, userAgent: null })
    for (const time of [session.createdAt, session.updatedAt, session.expiresAt]) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    }
    expect(Date.parse(session.expiresAt) - Date.parse(session.createdAt)).toBeLessThan(12 * 3600_000 + 60_000)
  })

  test('ends after 30 idle minutes, but not while it is used', async () => {
    const desk = await openDesk()
    const client = await desk.signIn('Ada Author', 'contributor')
    const rest = (minutes: number) =>
      desk.register.db
        .updateTable('account_session')
        .set({ updatedAt: new Date(Date.now() - minutes * 60_000).toISOString() })
        .execute()
    await rest(29)
    expect((await client.get('/proposals')).status).toBe(200)
    const { updatedAt } = await desk.register.db.selectFrom('account_session').select('updatedAt').executeTakeFirstOrThrow()
    expect(Date.now() - Date.parse(updatedAt)).toBeLessThan(10 * 60_000)
    await rest(31)
    expect((await client.get('/proposals')).status).toBe(401)
    expect(await desk.register.db.selectFrom('account_session').selectAll().execute()).toEqual([])
  })

  test('ends after 12 hours, however much it is used', async () => {
    const desk = await openDesk()
    const client = await desk.signIn('Ada Author', 'contributor')
    await desk.register.db.updateTable('account_session').set({ expiresAt: new Date(Date.now() - 1000).toISOString() }).execute()
    expect((await client.get('/proposals')).status).toBe(401)
  })

  test('is over once one has signed out, on the server too', async () => {
    const desk = await openDesk()
    const client = await desk.signIn('Ada Author', 'contributor')
    const cookie = client.cookie()
    const out = await client.post('/auth/sign-out', {})
    expect(out.status).toBe(200)
    expect(out.headers.get('clear-site-data')).toBe('"storage"')
    client.wear(cookie)
    expect((await client.get('/proposals')).status).toBe(401)
  })

  test('cannot be forged by changing a cookie', async () => {
    const desk = await openDesk()
    const client = await desk.signIn('Ada Author', 'contributor')
    client.wear(client.cookie().replace(/.(?=[^.]*$)/, 'x').replace('.', '.x'))
    expect((await client.get('/proposals')).status).toBe(401)
  })
})

describe('signing in', () => {
  // Who failed waits a second: it must not pass by itself on a slow machine.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
  afterEach(() => void vi.useRealTimers())

  test('answers a wrong name and a wrong password alike, byte for byte', async () => {
    const desk = await openDesk()
    await desk.signIn('Ada Author', 'contributor')
    const tries = [
      { email: 'ada.author@example.org', password: 'a wrong long password' },
      { email: 'nobody@example.org', password: 'a wrong long password' },
      { email: 'not an address', password: 'a wrong long password' },
    ]
    const answers = []
    for (const body of tries) answers.push(await desk.stranger.post('/auth/sign-in/email', body))
    for (const { status, body } of answers) {
      expect(status).toBe(401)
      expect(body).toEqual(answers[0]?.body)
    }
  })

  test('waits longer after each failure, whether the name is known or not', async () => {
    const desk = await openDesk()
    await desk.signIn('Ada Author', 'contributor')
    for (const email of ['nobody@example.org', 'ada.author@example.org']) {
      const wrong = { email, password: 'a wrong long password' }
      for (let attempt = 0; attempt < 5; attempt += 1) {
        expect((await desk.stranger.post('/auth/sign-in/email', wrong)).status).toBe(401)
      }
      const answer = await desk.stranger.post('/auth/sign-in/email', { ...wrong, password: goodPassword })
      expect([email, answer.status, answer.headers.get('retry-after')]).toEqual([email, 429, '1'])
      expect(answer.body.error.message).toBe('Too many attempts failed. Wait a second, then try again.')
    }
  })

  test('takes the address of a client from a proxy that is configured, and from nobody else', async () => {
    const tryFrom = async (trustedProxies: readonly string[]): Promise<number[]> => {
      const { stranger } = await openDesk({ trustedProxies })
      const statuses: number[] = []
      for (let one = 0; one < 11; one += 1) {
        const body = { email: `nobody.${one}@example.org`, password: 'a wrong long password' }
        const { status } = await stranger.post('/auth/sign-in/email', body, { 'x-forwarded-for': `203.0.113.${one}` })
        statuses.push(status)
      }
      return statuses
    }
    expect((await tryFrom([])).at(-1)).toBe(429)
    expect((await tryFrom(['192.0.2.1'])).at(-1)).toBe(429)
    expect(new Set(await tryFrom(['127.0.0.1']))).toEqual(new Set([401]))
  })

  test.each(['/auth/sign-up/email', '/auth/get-session', '/auth/list-sessions', '/auth/update-user', '/auth/ok'])(
    'is all that better-auth is used for: %s is not there',
    async (path) => {
      const desk = await openDesk()
      const body = { name: 'Eve', email: 'eve@example.org', password: goodPassword }
      expect((await desk.stranger.post(path, body)).status).toBe(404)
      expect((await desk.stranger.get(path)).status).toBe(404)
    },
  )
})

describe('the account tables', () => {
  test('are those better-auth expects, to the last column', async () => {
    const { db } = await emptyRegister()
    const { toBeCreated, toBeAdded } = await getMigrations(authOptions(db, 'f'.repeat(64), false))
    // It compares column types by name and would want `date`: ours are STRICT, with ISO 8601 as TEXT.
    expect(toBeCreated).toEqual([])
    expect(toBeAdded).toEqual([])
    const { rows } = await sql<{ name: string; strict: number }>`
      SELECT name, strict FROM pragma_table_list WHERE name LIKE 'account%' ORDER BY name`.execute(db)
    expect(rows.filter(({ strict }) => strict !== 1)).toEqual([])
    expect(rows.length).toBeGreaterThan(10)
  })
})

describe('the key that signs sessions', () => {
  test('is made once, kept outside the register, and readable by its owner only', async () => {
    const folder = await temporaryFolder()
    const [one, two] = await Promise.all([readDeskSecret(folder), readDeskSecret(folder)])
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(two).toBe(one)
    expect(await readDeskSecret(folder)).toBe(one)
    expect((await stat(join(folder, 'desk-secret'))).mode & 0o777).toBe(0o600)
  })

  test('that is damaged is said to be, not replaced in silence', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'desk-secret'), 'short')
    await expect(readDeskSecret(folder)).rejects.toThrow('does not hold the desk')
  })
})

test('at most four passwords are hashed at once, in the order they came', async () => {
  const inTurn = atMost(4)
  let running = 0
  let most = 0
  const order: number[] = []
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      inTurn(async () => {
        running += 1
        most = Math.max(most, running)
        order.push(index)
        await new Promise((done) => setTimeout(done, 2))
        running -= 1
      }),
    ),
  )
  expect(most).toBe(4)
  expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index))
})

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeOf } from '#tests/support/totp.ts'
import { type Client, clientOf } from './support/client.ts'
import { type Desk, goodPassword, openDesk } from './support/open-desk.ts'

// A code is of a half minute: none ends while a test is at work.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() }))
afterEach(() => void vi.useRealTimers())

type Enrolled = { readonly client: Client; readonly uri: string; readonly recoveryCodes: readonly string[] }

/** Signs in and sets up a second factor as a person does: password, app, code. */
const enrol = async (desk: Desk, name = 'Ada Author'): Promise<Enrolled> => {
  const client = await desk.signIn(name, 'contributor')
  const begun = await client.post('/account/second-factor', { password: goodPassword })
  expect(begun.status).toBe(201)
  const { uri, recoveryCodes } = begun.body
  // A code of the minute before, so that the present one is still to be had.
  expect((await client.post('/account/second-factor/code', { code: codeOf(uri, -1) })).status).toBe(200)
  return { client, uri, recoveryCodes }
}

const email = 'ada.author@example.org'
const firstStep = async (desk: Desk): Promise<Client> => {
  const client = clientOf(desk.address)
  const answer = await client.post('/auth/sign-in/email', { email, password: goodPassword })
  expect(answer.body).toEqual({ account: null, secondFactorNeeded: true })
  return client
}
const secondStep = (client: Client, code: string) => client.post('/auth/second-factor', { code })

describe('a second factor', () => {
  test('is asked for in a second step once it is set up, and the password alone opens nothing', async () => {
    const desk = await openDesk()
    const { client, uri, recoveryCodes } = await enrol(desk)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Habeas:ada\.author%40example\.org\?/)
    expect(new Set(recoveryCodes).size).toBe(10)
    expect((await client.get('/session')).body.secondFactor).toEqual({ enrolled: true, due: false })
    const other = await firstStep(desk)
    expect((await other.get('/proposals')).status).toBe(401)
    expect((await other.get('/session')).body.account).toBeNull()
    const done = await secondStep(other, codeOf(uri))
    expect([done.status, done.body.account?.name]).toEqual([200, 'Ada Author'])
    expect((await other.get('/proposals')).status).toBe(200)
  })

  test('takes each code once, even where two come at the same moment', async () => {
    const desk = await openDesk()
    const { uri } = await enrol(desk)
    const both = [await firstStep(desk), await firstStep(desk)]
    const code = codeOf(uri)
    const answers = await Promise.all(both.map((client) => secondStep(client, code)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
    const again = await secondStep(await firstStep(desk), code)
    expect([again.status, again.body.error.message]).toEqual([401, 'This code was used before. Sign in again with the next one.'])
    expect((await secondStep(await firstStep(desk), codeOf(uri, 1))).status).toBe(200)
  })

  test('that is wrong five times ends the sign-in, and a recovery code opens the desk once', async () => {
    const desk = await openDesk()
    const { uri, recoveryCodes } = await enrol(desk)
    const [recovery = ''] = recoveryCodes
    const client = await firstStep(desk)
    const wrong = codeOf(uri, 5)
    for (let attempt = 0; attempt < 4; attempt += 1) expect((await secondStep(client, wrong)).body.error.code).toBe('wrong_code')
    const after = [await secondStep(client, wrong), await secondStep(client, codeOf(uri))]
    expect(after.map(({ status }) => status)).not.toContain(200)
    expect((await secondStep(await firstStep(desk), recovery)).status).toBe(200)
    expect((await secondStep(await firstStep(desk), recovery)).status).toBe(401)
    const acts = await desk.register.db.selectFrom('account_event').select('act').execute()
    expect(acts.map(({ act }) => act)).toContain('recovery_code_used')
  })

  test('keeps nothing that would make codes: secret and recovery codes lie encrypted', async () => {
    const desk = await openDesk()
    const { uri, recoveryCodes } = await enrol(desk)
    const everything = desk.register.raw.serialize().toString('latin1')
    expect(everything).not.toContain(new URL(uri).searchParams.get('secret'))
    for (const code of recoveryCodes) expect(everything).not.toContain(code)
  })

  test('ends the sessions that were begun without it', async () => {
    const desk = await openDesk()
    await desk.signIn('Ada Author', 'contributor').then((client) => client.post('/auth/sign-out', {}))
    const [one, two] = [clientOf(desk.address), clientOf(desk.address)]
    for (const client of [one, two]) await client.post('/auth/sign-in/email', { email, password: goodPassword })
    const { uri } = (await one.post('/account/second-factor', { password: goodPassword })).body
    expect((await one.post('/account/second-factor/code', { code: codeOf(uri) })).status).toBe(200)
    expect([(await one.get('/proposals')).status, (await two.get('/proposals')).status]).toEqual([200, 401])
  })

  test('is not set up with a wrong password or a wrong code, nor twice', async () => {
    const desk = await openDesk()
    const client = await desk.signIn('Ada Author', 'contributor')
    const refused = await client.post('/account/second-factor', { password: 'not my password at all' })
    expect([refused.status, Object.keys(refused.body.error.fields)]).toEqual([400, ['password']])
    const { uri } = (await client.post('/account/second-factor', { password: goodPassword })).body
    expect((await client.post('/account/second-factor/code', { code: codeOf(uri, 5) })).status).toBe(400)
    expect((await client.get('/session')).body.secondFactor.enrolled).toBe(false)
    expect((await client.post('/account/second-factor/code', { code: codeOf(uri) })).status).toBe(200)
    expect((await client.post('/account/second-factor', { password: goodPassword })).status).toBe(409)
  })

  test('can be removed with a fresh sign-in, but not where staff must use two', async () => {
    const desk = await openDesk()
    const { client } = await enrol(desk)
    await desk.register.db.insertInto('setting').values({ name: 'two_factors_required', value: 'true' }).execute()
    expect((await client.delete('/account/second-factor', undefined)).status).toBe(403)
    await desk.register.db.deleteFrom('setting').execute()
    expect((await client.delete('/account/second-factor', undefined)).status).toBe(200)
    expect((await clientOf(desk.address).post('/auth/sign-in/email', { email, password: goodPassword })).body.account?.name).toBe('Ada Author')
  })
})

test('a lost second factor is taken away from the machine itself, and the sessions of the account end', async () => {
  const desk = await openDesk()
  const { client } = await enrol(desk)
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [fileURLToPath(new URL('../../../server/cli/user.ts', import.meta.url)), ...args], {
      env: { ...process.env, HABEAS_DATA_DIR: desk.config.dataDir },
    })
  expect((await run('list')).stdout).toBe('Ada Author <ada.author@example.org>: Contributor; second factor\n')
  await expect(run('reset-second-factor', 'nobody@example.org')).rejects.toThrow('There is no account with the address')
  expect((await run('reset-second-factor', email)).stdout).toContain('signs in with the password alone now')
  expect((await client.get('/session')).body.account).toBeNull()
  expect((await clientOf(desk.address).post('/auth/sign-in/email', { email, password: goodPassword })).body.account?.name).toBe('Ada Author')
})

describe('where staff must use two factors', () => {
  test('an account without one can do nothing but set it up', async () => {
    const desk = await openDesk({ seeded: true })
    const client = await desk.signIn('Ada Author', 'contributor', 'admin')
    await desk.register.db.insertInto('setting').values({ name: 'two_factors_required', value: 'true' }).execute()
    expect((await client.get('/session')).body.secondFactor).toEqual({ enrolled: false, due: true })
    for (const path of ['/proposals', '/detainees', '/detainees.csv', '/staff', '/settings']) {
      const answer = await client.get(path)
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, 403, 'second_factor_required'])
    }
    const { uri } = (await client.post('/account/second-factor', { password: goodPassword })).body
    await client.post('/account/second-factor/code', { code: codeOf(uri) })
    expect((await client.get('/proposals')).status).toBe(200)
  })
})

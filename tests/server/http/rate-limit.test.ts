import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ErrorBody } from '#contract/common.ts'
import { ConfigError, readConfig } from '#server/config.ts'
import { clientOf, networkOf, proxiesOf } from '#server/http/client-of.ts'
import { costOf, rateLimit } from '#server/http/rate-limit.ts'
import { startPublic } from '#server/public.ts'
import { emptyPages } from '../../support/edition-door.ts'
import { temporaryFolder } from '../../support/test-register.ts'
import { openDesk } from '../desk/support/open-desk.ts'

const minute = 60_000

test('a client may ask a minute’s worth at once, and then as it comes back', () => {
  let at = 0
  const { take } = rateLimit({ perMinute: 60, now: () => at })
  for (let one = 0; one < 60; one += 1) expect(take('a', 1)).toBe(0)
  expect(take('a', 1)).toBe(1000)
  expect(take('b', 1)).toBe(0)
  at = 1000
  expect(take('a', 1)).toBe(0)
  expect(take('a', 20)).toBe(20_000)
  at = 5 * minute
  // Nobody saves up more than a minute's worth.
  for (let one = 0; one < 3; one += 1) expect(take('a', 20)).toBe(0)
  expect(take('a', 1)).toBe(1000)
})

test('however many clients ask, so many are remembered and no more; who asks on is remembered', () => {
  const { take } = rateLimit({ perMinute: 1, now: () => 0 })
  expect(take('who asks on', 1)).toBe(0)
  for (let one = 0; one < 50_000; one += 1) {
    take(`client ${one}`, 1)
    if (one % 10_000 === 0) expect(take('who asks on', 1)).toBeGreaterThan(0)
  }
  expect(take('client 1', 1)).toBe(0)
})

test.each([
  ['/api/detainees?limit=50', 1],
  ['/', 1],
  ['/api/search?q=al', 2],
  ['/api/editions/3/search?q=al', 2],
  ['/api/detainees?sort=name&q=al', 2],
  ['/api/stats/overview', 5],
  ['/api/editions/3/stats/people?by=sex', 5],
  ['/api/editions/1/compare/2', 5],
  ['/api/cite?path=/detainees.csv', 5],
  ['/api/detainees.csv?status=released', 20],
  ['/api/editions/3/edition.zip', 20],
])('%s costs %d', (url, cost) => {
  expect(costOf(url)).toBe(cost)
})

test('a client is its IPv4 address, or the 64 bits of IPv6 that one household has', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:0db8:0001:0002:ffff:1:2:3'))
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
})

test('what a client says of its own address is not taken; a configured proxy’s word is, and no more than that', () => {
  type Asking = Parameters<typeof clientOf>[0]
  const from = (remoteAddress: string, forwarded?: string) => ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as Asking
  const isProxy = proxiesOf(['10.0.0.0/24', '::1'])
  expect(clientOf(from('203.0.113.9', '198.51.100.1'), isProxy)).toBe('203.0.113.9')
  expect(clientOf(from('10.0.0.1', '198.51.100.1'), isProxy)).toBe('198.51.100.1')
  expect(clientOf(from('::ffff:10.0.0.1', '6.6.6.6, 198.51.100.1'), isProxy)).toBe('198.51.100.1')
  expect(clientOf(from('10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2'), isProxy)).toBe('198.51.100.1')
  expect(clientOf(from('::1', '2001:db8::1'), isProxy)).toBe('2001:db8:0:0')
  expect(clientOf(from('10.0.0.1', 'not an address'), isProxy)).toBe('10.0.0.1')
  expect(clientOf(from('10.0.0.1'), isProxy)).toBe('10.0.0.1')
})

/** Asks again and again until it is refused; more than one minute's worth comes back meanwhile only on a machine that is very slow. */
const askUntilRefused = async <Answer extends { readonly status: number }>(ask: (turn: number) => Promise<Answer>): Promise<{ granted: number; refused: Answer }> => {
  for (let granted = 0; granted < 500; granted += 1) {
    const answer = await ask(granted)
    if (answer.status === 429) return { granted, refused: answer }
    expect(answer.status).toBe(200)
  }
  throw new Error('It was never refused')
}

test('who asks the public door too much is told when to go on, and others are answered', async () => {
  const folder = await temporaryFolder()
  const config = readConfig({ HABEAS_DATA_DIR: folder, PORT: '0', DESK_PORT: '0', HABEAS_REQUESTS_PER_MINUTE: '5', HABEAS_TRUSTED_PROXY: '127.0.0.1' })
  const door = await startPublic({ ...config, clientDir: await emptyPages(join(folder, 'client')) })
  onTestFinished(() => door.close())
  const askAs = (client: string) => fetch(`${door.address}/api/health`, { headers: { 'x-forwarded-for': client } })
  const { granted, refused } = await askUntilRefused(() => askAs('192.0.2.1'))
  expect(granted).toBeGreaterThanOrEqual(5)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(ErrorBody.parse(await refused.json()).error.code).toBe('too_many_requests')
  expect((await askAs('192.0.2.2')).status).toBe(200)
})

test('the desk limits a client, and an account from wherever it asks', async () => {
  const desk = await openDesk({ trustedProxies: ['127.0.0.1'], requestsPerMinute: 30 })
  const signedIn = await desk.signIn('Reviewer', 'reviewer')
  const from = (client: string) => signedIn.get('/sources?limit=1', { 'x-forwarded-for': client })
  expect((await askUntilRefused((turn) => from(`192.0.${Math.floor(turn / 200)}.${turn % 200}`))).granted).toBeGreaterThanOrEqual(30)
  const health = (client: string) => desk.stranger.get('/health', { 'x-forwarded-for': client })
  expect((await askUntilRefused(() => health('198.51.100.1'))).granted).toBeGreaterThanOrEqual(30)
  expect((await health('198.51.100.2')).status).toBe(200)
})

test('a limit is a whole number, or 0 for none', () => {
  expect(readConfig({}).requestsPerMinute).toBe(6000)
  expect(readConfig({ HABEAS_REQUESTS_PER_MINUTE: '0' }).requestsPerMinute).toBe(0)
  for (const wrong of ['-1', 'many', '1.5']) expect(() => readConfig({ HABEAS_REQUESTS_PER_MINUTE: wrong })).toThrow(ConfigError)
})

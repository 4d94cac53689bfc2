import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { signInKeeper } from '#tests/support/keeper.ts'
import { startHabeas } from '#tests/support/start-habeas.ts'
import { memoryOf } from './support/memory.ts'
import { type Visitor, p99Of, visitAll } from './support/polite.ts'
import { unkindnesses } from './support/unfriendly.ts'

/*
 * Forty-two unfriendly ways to ask, at both doors, while twenty people go about their work.
 */

const megabyte = 1024 * 1024
const mostMs = 250
/** On a busy machine polite questions alone take long: then others may slow them down to so many times that. */
const mostTimesAlone = 3
const unkindAtOnce = 5

test('42 unfriendly ways to ask make nobody else wait long, fill no memory and end nothing', async ({ skip }) => {
  const habeas = await startHabeas()
  onTestFinished(async () => void (await habeas.stop()))
  const { cookies } = await signInKeeper(habeas)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const readers = Array.from({ length: 10 }, (_, at): Visitor => {
    const paths = ['/', '/api/stats/overview', '/api/release-events?limit=20', '/api/detainees?limit=20', '/api/release-events/1', '/api/search?q=a']
    return { address: habeas.publicAddress, paths, headers: {}, localAddress: `127.0.1.${at + 1}` }
  })
  const staff = Array.from({ length: 10 }, (_, at): Visitor => {
    const paths = ['/', '/api/session', '/api/proposals', '/api/detainees?limit=20', '/api/queues', '/api/drafts']
    return { address: habeas.deskAddress, paths, headers: { cookie }, localAddress: `127.0.2.${at + 1}` }
  })
  const visitors = [...readers, ...staff]

  const aloneUntil = Date.now() + 8000
  const alone = await visitAll(visitors, () => Date.now() < aloneUntil)
  // Long questions are answered by a process of their own, which is not there before the first of them.
  for (const { address, headers } of [...readers.slice(0, 1), ...staff.slice(0, 1)]) await (await fetch(`${address}/api/detainees.xlsx`, { headers })).arrayBuffer()
  const before = await memoryOf(habeas.pid)
  if (before === null) {
    skip('the memory of a process is read from /proc')
    return
  }

  const sites = [{ address: habeas.publicAddress, door: 'public' }, { address: habeas.deskAddress, door: 'desk' }] as const
  const waiting = sites.flatMap(unkindnesses)
  expect(waiting.length).toBe(42)
  let isOver = false
  const others = visitAll(visitors, () => !isOver)
  const unkind = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next.act()
  }
  await Promise.all(Array.from({ length: unkindAtOnce }, unkind))
  isOver = true
  const beside = await others
  // What was held for those who went away is given back within a moment.
  await setTimeout(2000)
  const grown = ((await memoryOf(habeas.pid)) ?? 0) - before

  const limit = Math.max(mostMs, mostTimesAlone * p99Of(alone))
  expect(beside.length).toBeGreaterThan(1000)
  expect(p99Of(beside), `alone it was ${Math.round(p99Of(alone))} ms`).toBeLessThan(limit)
  expect(grown / megabyte).toBeLessThan(200)
  for (const { address } of sites) expect((await fetch(`${address}/api/health`)).status).toBe(200)
})

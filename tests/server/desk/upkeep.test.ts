import { expect, test } from 'vitest'
import { openDesk } from './support/open-desk.ts'
import { enter } from './support/release.ts'

test('whoever works at the desk sees what the newest verification found, and a keeper can verify again', async () => {
  const desk = await openDesk({ seeded: true })
  const [keeper, author] = [await desk.signIn('Ada Keeper', 'admin'), await desk.signIn('Al Author', 'contributor')]
  expect((await author.get('/upkeep')).body).toEqual({
    verification: null,
    backup: { last: null, everyHours: null, encrypted: false },
  })
  expect((await author.post('/upkeep/verification', {})).status).toBe(403)
  const whole = await keeper.post('/upkeep/verification', {})
  expect(whole.body.verification).toMatchObject({ task: 'full_verification', findings: [] })
  expect(whole.body.verification.summary).toContain('all as recorded')

  desk.register.raw.exec('DROP TRIGGER history_detainee_update')
  const twice = await Promise.all([keeper.post('/upkeep/verification', {}), keeper.post('/upkeep/verification', {})])
  expect(twice.map(({ body }) => body.verification.findings)).toEqual(twice.map(() => [expect.stringContaining('history_detainee_update')]))
  expect((await author.get('/upkeep')).body.verification.findings).toHaveLength(1)
})

test('a desk is ready until a verification finds something, and tells a stranger no more than that', async () => {
  const desk = await openDesk({ seeded: true })
  const keeper = await desk.signIn('Ada Keeper', 'admin')
  expect((await desk.stranger.get('/health')).body).toEqual({ status: 'ok' })
  expect((await desk.stranger.get('/ready')).body).toEqual({ status: 'ready' })
  desk.register.raw.exec('DROP TRIGGER history_detainee_update')
  await keeper.post('/upkeep/verification', {})
  const { status, headers, body } = await desk.stranger.get('/ready')
  expect([status, body.error.code, headers.get('cache-control')]).toEqual([503, 'unavailable', 'no-store'])
  expect(JSON.stringify(body)).not.toContain('detainee')
  expect((await desk.stranger.get('/health')).status).toBe(200)
})

test('a verification on the side is not disturbed by what is entered meanwhile', async () => {
  const desk = await openDesk({ seeded: true })
  const [author, keeper] = [await desk.signIn('Al Author', 'contributor', 'reviewer'), await desk.signIn('Ada Keeper', 'admin')]
  const entered: number[] = []
  const over = new AbortController()
  const verifying = keeper.post('/upkeep/verification', {}).finally(() => over.abort())
  do entered.push(await enter(author, author))
  while (!over.signal.aborted)
  expect(entered.length).toBeGreaterThan(1)
  expect((await verifying).body.verification.findings).toEqual([])
})

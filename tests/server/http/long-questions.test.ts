import { once } from 'node:events'
import { createConnection } from 'node:net'
import { PassThrough } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { endpoint } from '#contract/endpoint.ts'
import { z } from '#contract/zod.ts'
import { answerError } from '#server/http/error-handler.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { makeLog } from '#server/http/log.ts'
import { type LaneLimits, openLane } from '#server/http/long/lane.ts'
import { type IsAtHand, mountLong } from '#server/http/long/mount-long.ts'

/*
 * What stands between a door and its readers: one place for each question, an end to what takes too
 * long, and a new reader after it.
 */

const about = { method: 'get', on: 'public', tag: 'Test', summary: 'For a test', query: z.object({}), response: z.unknown(), long: true } as const
const file = { type: 'text/plain', description: 'A file' }
const endpoints = [
  ...['/counted', '/held', '/release', '/for-ever', '/dies', '/sent'].map((path) => endpoint({ ...about, path })),
  ...['/endless', '/held-file'].map((path) => endpoint({ ...about, path, file })),
  endpoint({ ...about, path: '/list', exports: true }),
]

const openDoor = async (limits: Partial<LaneLimits> = {}) => {
  const program = new URL('support/counting-reader.ts', import.meta.url)
  const lane = openLane(program, null, { readers: 1, each: 1, waiting: 10, waitMs: 60_000, answerMs: 60_000, idleMs: 60_000, ...limits })
  const log = new PassThrough()
  const app = express()
  const seen: string[] = []
  app.use((request, _response, next) => {
    seen.push(request.url)
    next()
  })
  const isAtHand: IsAtHand = async ({ path }, format) => path === '/list' && format === 'csv'
  app.use(mountLong(endpoints, { answers: lane, files: lane, isNeeded: () => true }, { isAtHand }))
  app.get(['/here', '/list.csv', '/list.json'], (_request, response) => void response.send('here'))
  app.use(answerError(makeLog('public', log)))
  const server = await listen(app, { door: 'test', host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    server.closeAllConnections()
    await Promise.all([closeServer(server), lane.close()])
  })
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${addressOf(server)}${path}`, init)
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text: await response.text() }
  }
  /** The door has it: it is in a reader's hands or waits for one. */
  const taken = async (path: string, times = 1) => {
    await expect.poll(() => seen.filter((one) => one === path).length, { timeout: 15_000 }).toBe(times)
  }
  const errors = (): string[] => String(log.read() ?? '').split('\n').filter((line) => line !== '')
  return { get, taken, errors, port: Number(new URL(addressOf(server)).port) }
}

test('questions that are the same are asked once while they are under way', async () => {
  const { get, taken } = await openDoor({ each: 2 })
  const same = [1, 2, 3, 4].map(() => get('/held?a=1'))
  await taken('/held?a=1', 4)
  await get('/release')
  expect((await Promise.all(same)).map(({ text }) => text)).toEqual(['1', '1', '1', '1'])
  expect((await get('/held?a=1')).text).toBe('2')
})

test('a question that takes too long is stopped and answered 503; others are answered meanwhile, and the next one after it', async () => {
  const { get, taken } = await openDoor({ answerMs: 5000 })
  expect((await get('/counted')).text).toBe('1')
  let isOver = false
  const long = get('/for-ever').finally(() => {
    isOver = true
  })
  await taken('/for-ever')
  expect((await get('/here')).text).toBe('here')
  expect(isOver).toBe(false)
  expect(await long).toMatchObject({ status: 503, retryAfter: '60' })
  // A new reader counts from one again.
  expect((await get('/counted')).text).toBe('1')
})

test('what was stopped a moment ago is refused without being asked again', async () => {
  const { get } = await openDoor({ answerMs: 500 })
  expect((await get('/for-ever')).status).toBe(503)
  const { text } = await get('/counted')
  expect((await get('/for-ever')).status).toBe(503)
  expect(Number((await get('/counted?again')).text)).toBe(Number(text) + 1)
})

test('a reader that dies answers 503, and there is another for the next question', async () => {
  const { get } = await openDoor()
  expect((await get('/dies')).status).toBe(503)
  expect(await get('/counted')).toMatchObject({ status: 200, text: '1' })
})

test('a file that is at hand is answered by the door itself, every other file of the list by a reader', async () => {
  const { get } = await openDoor()
  expect((await get('/list.csv')).text).toBe('here')
  expect((await get('/list.json')).text).toBe('1')
})

test('beyond the questions that may wait, one is told at once to come again', async () => {
  const { get, taken } = await openDoor({ waiting: 1, answerMs: 4000 })
  const long = get('/for-ever')
  await taken('/for-ever')
  const waiting = get('/counted?waits')
  await taken('/counted?waits')
  expect(await get('/counted?beyond')).toMatchObject({ status: 503, retryAfter: '5' })
  expect((await long).status).toBe(503)
  expect(await waiting).toMatchObject({ status: 200, text: '1' })
})

test('a question whose asker has gone before its turn is not asked', async () => {
  const { get, taken } = await openDoor({ answerMs: 4000 })
  const long = get('/for-ever')
  await taken('/for-ever')
  const stop = new AbortController()
  const gone = get('/counted?gone', { signal: stop.signal }).catch(() => null)
  await taken('/counted?gone')
  stop.abort()
  await Promise.all([long, gone])
  expect((await get('/counted?last')).text).toBe('1')
})

test('a file whose asker has gone before its turn, or before it begins, is let go, and the place is free again', async () => {
  const { get, taken, errors } = await openDoor()
  const stop = new AbortController()
  const held = get('/held-file', { signal: stop.signal }).catch(() => null)
  await taken('/held-file')
  const waiting = get('/endless', { signal: stop.signal }).catch(() => null)
  await taken('/endless')
  stop.abort()
  await Promise.all([held, waiting])
  expect((await get('/counted')).status).toBe(200)
  expect(errors()).toEqual([])
})

test('a file is read no faster than it is taken, and no further when its reader goes', async () => {
  const { get, port } = await openDoor({ each: 4 })
  const socket = createConnection(port, '127.0.0.1', () => socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n'))
  socket.on('error', () => undefined)
  await once(socket, 'readable')
  const sent = async () => Number((await get(`/sent?${Math.random()}`)).text)
  let [before, after] = [-1, await sent()]
  for (let turn = 0; turn < 40 && before !== after; turn += 1) {
    await pause(250)
    ;[before, after] = [after, await sent()]
  }
  expect(after).toBe(before)
  // 64 kB each: the buffers of four sockets hold some megabytes.
  expect(after).toBeLessThan(400)
  socket.destroy()
  await pause(300)
  expect(await sent()).toBeLessThanOrEqual(after + 1)
})

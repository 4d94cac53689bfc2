import { createConnection } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import express, { Router } from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { endpoint } from '#contract/endpoint.ts'
import { z } from '#contract/zod.ts'
import { text } from '#server/http/export/column.ts'
import { serveExports } from '#server/http/export/serve-exports.ts'
import { registerRecords } from '#server/register/record-file.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { emptyRegister } from '../../support/test-register.ts'

/*
 * A list without an end: it is read only as far, and as long, as someone takes it.
 */

const endless = endpoint({
  method: 'get',
  path: '/endless',
  on: 'records',
  tag: 'Test',
  summary: 'A list without an end',
  query: z.strictObject({}),
  response: z.unknown(),
  exports: true,
})

/** 1000 rows a chunk that do not pack well, so that archives grow too. */
const chunk = () => Array.from({ length: 1000 }, () => ({ value: `${Math.random()}${Math.random()}${Math.random()}` }))

const openEndless = async (): Promise<{ port: number; host: string; reads: () => number }> => {
  let reads = 0
  const register = registerRecords(await emptyRegister())
  const router = Router()
  serveExports(
    router,
    endless,
    () => ({
      title: 'Endless',
      columns: [text('value', 'A value', (row: { value: string }) => row.value)],
      find: async () => {
        reads += 1
        return { rows: chunk(), next: 'more' }
      },
      count: async () => 1,
      sentence: () => 'Endless',
    }),
    { file: () => register, edition: async () => null, guard: undefined },
  )
  const app = express()
  app.use(router)
  const server = await listen(app, { door: 'test', host: '127.0.0.1', port: 0 })
  onTestFinished(() => closeServer(server))
  return { port: Number(new URL(addressOf(server)).port), host: '127.0.0.1', reads: () => reads }
}

const rising = async (reads: () => number, atLeast: number): Promise<void> => {
  for (let tries = 0; tries < 6000 && reads() < atLeast; tries += 1) await pause(10)
  expect(reads()).toBeGreaterThanOrEqual(atLeast)
}

/** Whether the reading comes to an end, however slowly: nothing is read for a while. One that goes on never does. */
const atRest = async (reads: () => number): Promise<boolean> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const before = reads()
    await pause(500)
    if (reads() === before) return true
  }
  return false
}

test.each(['csv', 'json', 'xlsx'])('a reader who breaks off a download as %s stops the reading of the list', async (format) => {
  const { port, host, reads } = await openEndless()
  const stop = new AbortController()
  const response = await fetch(`http://${host}:${port}/endless.${format}`, { signal: stop.signal })
  const reader = response.body?.getReader()
  const taking = (async () => {
    for (;;) if ((await reader?.read())?.done) return
  })().catch(() => undefined)
  await rising(reads, 5)
  stop.abort()
  await taking
  expect(await atRest(reads)).toBe(true)
})

test.each(['csv', 'json', 'xlsx'])('a reader who takes nothing as %s holds the list up, and the server does not fill its memory', async (format) => {
  const { port, host, reads } = await openEndless()
  const socket = createConnection(port, host, () => socket.write(`GET /endless.${format} HTTP/1.1\r\nHost: x\r\n\r\n`))
  onTestFinished(() => void socket.destroy())
  socket.pause()
  expect(await atRest(reads)).toBe(true)
  // 55 kB a chunk: the buffers of two sockets hold some megabytes.
  expect(reads()).toBeLessThan(400)
})

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { answerError } from '#server/http/error-handler.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'
import { makeLog } from '#server/http/log.ts'

/* What must not be in a log: a name, what somebody searched for, where they are. */
const secrets = ['Vymyslaú Prydumany', 'prydumany', '203.0.113.7', 'Imaginary Browser', 'a-token-of-nobody', 'jan@example.org']

const openLog = () => {
  const out = new PassThrough()
  const log = makeLog('desk', out)
  return { log, text: () => String(out.read() ?? '') }
}

const keepsNone = (text: string): void => {
  for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase())
}

class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError'
  readonly code = 'SQLITE_CONSTRAINT_CHECK'
  readonly person = 'Vymyslaú Prydumany'
}

test('a log keeps the kind, the code and the place of an error, and nothing of its message', () => {
  const { log, text } = openLog()
  const cause = new Error('jan@example.org asked from 203.0.113.7')
  const error = new UnknownNameError('there is no Vymyslaú Prydumany\n    at Prydumany (file:///Prydumany.ts:1:1)', { cause })
  log.error({ err: error }, 'request failed')
  const line = text()
  keepsNone(line)
  const { err, msg } = JSON.parse(line)
  expect(msg).toBe('request failed')
  expect(err).toMatchObject({ name: 'UnknownNameError', code: 'SQLITE_CONSTRAINT_CHECK', cause: { name: 'Error' } })
  expect(err.frames[0]).toContain('tests/server/http/log.test.ts:')
  expect(Object.keys(err).toSorted()).toEqual(['cause', 'code', 'frames', 'name'])
})

test('an error that is logged as it is, or is none, or has an odd name or code, leaves no word of it', () => {
  const { log, text } = openLog()
  log.error(new Error('Vymyslaú Prydumany'))
  log.error({ err: 'Vymyslaú Prydumany' }, 'failed')
  log.error({ err: Object.assign(new Error('x'), { name: 'Vymyslaú Prydumany', code: 'prydumany' }) }, 'failed')
  const changed = new Error('Vymyslaú Prydumany\n    at Prydumany (/home/prydumany.ts:1:1)')
  changed.message = 'another'
  log.error({ err: changed }, 'failed')
  const lines = text()
  keepsNone(lines)
  expect(lines.trim().split('\n')).toHaveLength(4)
})

test('a request that fails, before its answer or in the middle of it, leaves nothing of itself in the log', async () => {
  const { log, text } = openLog()
  const app = express()
  app.get('/before', () => {
    throw new UnknownNameError('there is no Vymyslaú Prydumany')
  })
  app.get('/within', (_request, response, next) => {
    response.write('begun')
    next(new UnknownNameError('there is no Vymyslaú Prydumany'))
  })
  app.use(answerError(log))
  const server = await listen(app, { door: 'desk', host: '127.0.0.1', port: 0 })
  onTestFinished(() => closeServer(server))
  const headers = { 'user-agent': 'Imaginary Browser', 'x-forwarded-for': '203.0.113.7', cookie: 'habeas_desk=a-token-of-nobody' }
  expect((await fetch(`${addressOf(server)}/before?q=prydumany`, { headers })).status).toBe(500)
  const within = await fetch(`${addressOf(server)}/within?q=prydumany`, { headers }).then((answer) => answer.text()).catch(() => 'broken off')
  expect(within).toBe('broken off')
  const lines = text()
  keepsNone(lines)
  expect(lines.trim().split('\n').map((line) => JSON.parse(line).msg)).toEqual(['request failed', 'an answer broke off'])
})

test('a process for one task that fails where nobody catches it says so without the words of the error', async () => {
  const child = fork(new URL('support/failing-task.ts', import.meta.url), { silent: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.send({})
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  keepsNone(said)
  expect(said).toContain('nobody caught this')
})

import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { ApiError } from '#client/lib/api-error.ts'
import { addressOf, call } from '#client/lib/call.ts'
import { listEditions } from '#contract/editions.ts'
import { getReleaseEvent, listReleaseEvents } from '#contract/release-events.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server of one answer; gives the mount under which it can be asked. */
const answering = async (status: number, body: string): Promise<string> => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}/api`
}

const failure = (asked: Promise<unknown>): Promise<ApiError> =>
  asked.then(
    () => Promise.reject(new Error('It was answered.')),
    (error: unknown) => (error instanceof ApiError ? error : Promise.reject(error)),
  )

test('a pinned edition changes where records are asked for, and nothing else', () => {
  const mount = '/api/editions/3'
  expect(addressOf(listReleaseEvents, { mount, query: { destination: ['LT', 'UA'], q: undefined } })).toBe(
    '/api/editions/3/release-events?destination=LT,UA',
  )
  expect(addressOf(listEditions, { mount })).toBe('/api/editions')
  expect(addressOf(listReleaseEvents, { query: { from: '2024-01-01' } }, '.csv')).toBe('/api/release-events.csv?from=2024-01-01')
})

test('an id in an address cannot lead out of it', () => {
  expect(addressOf(getReleaseEvent, { params: { id: '../editions' } })).toBe('/api/release-events/..%2Feditions')
})

test('the server’s own words reach the page', async () => {
  const mount = await answering(409, '{"error":{"code":"conflict","message":"Look again."}}')
  const error = await failure(call(listReleaseEvents, { mount }))
  expect(error).toMatchObject({ status: 409, code: 'conflict', message: 'Look again.', fields: {} })
})

test('what is wrong with a field is said even where the page has no such field', async () => {
  const mount = await answering(400, '{"error":{"code":"invalid","message":"Please correct: from, to.","fields":{"from":"No such day.","to":"Give a day."}}}')
  const error = await failure(call(listReleaseEvents, { mount }))
  expect(error).toMatchObject({ status: 400, code: 'invalid', message: 'No such day. Give a day.', fields: { from: 'No such day.', to: 'Give a day.' } })
})

test('a page of a proxy in place of an answer becomes a plain sentence', async () => {
  const mount = await answering(502, '<html>Bad gateway</html>')
  expect((await failure(call(listReleaseEvents, { mount }))).message).toBe('The server answered with status 502 and no explanation.')
})

test('a success that cannot be read is an error and not an empty page', async () => {
  const mount = await answering(200, '<html>Sign in to the network</html>')
  expect((await failure(call(listReleaseEvents, { mount }))).code).toBe('unreadable')
})

test('no answer at all is said as such', async () => {
  const mount = await answering(200, '{}')
  for (const close of closers.splice(0)) close()
  expect((await failure(call(listReleaseEvents, { mount }))).code).toBe('unreachable')
})

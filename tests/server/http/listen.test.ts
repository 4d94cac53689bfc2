import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { type AddressInfo, createConnection } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ConfigError, readConfig } from '#server/config.ts'
import { addressOf, closeServer, listen } from '#server/http/listen.ts'

test('a connection beyond the limit is closed as it comes, and there is room again when another ends', async () => {
  const server = await listen((_request, response) => response.end('here'), { door: 'desk', host: '127.0.0.1', port: 0, connections: 2 })
  onTestFinished(() => closeServer(server))
  const { port } = server.address() as AddressInfo
  const open = async () => {
    const socket = createConnection(port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }
  const held = [await open(), await open()]
  const beyond = await open()
  await once(beyond, 'close')
  const [first] = held
  first?.destroy()
  await expect.poll(() => fetch(addressOf(server)).then((answer) => answer.text(), () => 'refused')).toBe('here')
  for (const socket of held) socket.destroy()
})

test('a proxy is believed by its address or network; anything else is a setting that cannot be used', () => {
  expect(readConfig({}).trustedProxies).toEqual([])
  expect(readConfig({ HABEAS_TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/24, ::1' }).trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/24', '::1'])
  for (const wrong of ['true', 'proxy.example.org', '10.0.0.0/40', '0.0.0.0/0', '*']) {
    expect(() => readConfig({ HABEAS_TRUSTED_PROXY: wrong }), wrong).toThrow(ConfigError)
  }
})

/** A connection that sends `first`, then `more` again and again until it is closed. Resolves with what it was told. */
const trickle = (port: number, first: string, more: string): Promise<string> =>
  new Promise((resolve) => {
    let told = ''
    const socket = createConnection(port, '127.0.0.1', () => socket.write(first))
    const timer = setInterval(() => socket.write(more), 50)
    socket.on('data', (chunk: Buffer) => {
      told += chunk.toString()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(timer)
      resolve(told)
    })
  })

test.each([
  ['headers that come letter by letter', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ', 'a'],
  ['headers one after the other', 'GET / HTTP/1.1\r\nHost: x\r\n', 'X-Slow: a\r\n'],
  ['a body that comes letter by letter', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', 'a'],
  ['chunks that never end', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'],
  ['nothing at all', '', ''],
])('a connection with %s is told that it is late and closed; others are answered meanwhile', async (_what, first, more) => {
  const take: RequestListener = (request, response) => {
    request.on('end', () => response.end('here')).resume()
  }
  const server = await listen(take, { door: 'desk', host: '127.0.0.1', port: 0, patience: { headersMs: 700, requestMs: 1000 } })
  onTestFinished(() => closeServer(server))
  const slow = trickle(Number(new URL(addressOf(server)).port), first, more)
  expect(await (await fetch(addressOf(server))).text()).toBe('here')
  expect(await slow).toMatch(/^HTTP\/1\.1 408 .*"code":"bad_request"/s)
})

test('a request line and headers of more than 80 kB are refused, and the door stays open', async () => {
  const server = await listen((_request, response) => response.end('here'), { door: 'desk', host: '127.0.0.1', port: 0 })
  onTestFinished(() => closeServer(server))
  const { port } = server.address() as AddressInfo
  for (const long of [`GET /${'a'.repeat(90_000)} HTTP/1.1\r\n\r\n`, `GET / HTTP/1.1\r\nX-Long: ${'a'.repeat(90_000)}\r\n\r\n`]) {
    // What is left unread of it may close the connection before the answer is taken.
    expect(await trickle(port, long, '')).toMatch(/^(?:HTTP\/1\.1 431 .*"code":"bad_request".*)?$/s)
  }
  expect(await (await fetch(addressOf(server))).text()).toBe('here')
})

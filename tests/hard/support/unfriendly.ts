import { request } from 'node:http'
import { createConnection, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

/*
 * Ways to ask that no friend uses. Each ends by itself after a few seconds, whatever the door
 * makes of it.
 */

export type Site = { readonly address: string; readonly door: 'public' | 'desk' }
export type Unkindness = { readonly what: string; readonly against: Site; readonly act: () => Promise<void> }

const holdMs = 4000
/** From an address of its own, as if from elsewhere: what a door counts by client is counted apart from the others. */
const localAddress = '127.0.0.66'

const connect = ({ address }: Site): Socket => {
  const { hostname, port } = new URL(address)
  const socket = createConnection({ host: hostname, port: Number(port), localAddress })
  socket.on('error', () => undefined)
  return socket
}

const closed = (socket: Socket): Promise<void> => new Promise((resolve) => (socket.destroyed ? resolve() : socket.once('close', () => resolve())))

/** Writes it, reads what comes, and goes when the other side does or when it has waited long enough. */
const say = async (site: Site, text: string | Buffer, reads = true): Promise<void> => {
  const socket = connect(site)
  if (reads) socket.resume()
  else socket.pause()
  socket.write(text)
  await Promise.race([closed(socket), setTimeout(holdMs)])
  socket.destroy()
}

/** The same piece again and again with pauses, after a beginning. */
const drip = async (site: Site, beginning: string, piece: string): Promise<void> => {
  const socket = connect(site)
  socket.resume()
  socket.write(beginning)
  for (const until = Date.now() + holdMs; Date.now() < until && !socket.destroyed; ) {
    socket.write(piece)
    await setTimeout(100)
  }
  socket.destroy()
}

const hostOf = ({ address }: Site): string => new URL(address).host

const get = (site: Site, path: string, more: readonly string[] = []): string => [`GET ${path} HTTP/1.1`, `Host: ${hostOf(site)}`, ...more, '', ''].join('\r\n')

const post = (site: Site, path: string, more: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, `Host: ${hostOf(site)}`, `Origin: ${site.address}`, 'Content-Type: application/json', 'Idempotency-Key: unfriendly-key', ...more, '', ''].join('\r\n')

const send = (site: Site, path: string, body: Buffer, headers: Record<string, string> = {}): Promise<void> =>
  new Promise((resolve) => {
    const all = { origin: site.address, 'content-type': 'application/json', 'idempotency-key': 'unfriendly-key', 'content-length': String(body.length), ...headers }
    const asked = request(`${site.address}${path}`, { method: 'POST', localAddress, headers: all, timeout: holdMs }, (response) => void response.resume().once('close', () => resolve()))
    asked.once('timeout', () => asked.destroy()).once('error', () => resolve())
    asked.end(body)
  })

/** Where a door takes a body, whoever sends it. */
const signIn = '/api/auth/sign-in/email'

const atOnce = async (count: number, act: () => Promise<void>): Promise<void> => void (await Promise.all(Array.from({ length: count }, act)))

/** Twenty-one ways, for one door. */
export const unkindnesses = (site: Site): Unkindness[] => {
  const acts: Readonly<Record<string, () => Promise<void>>> = {
    'headers, a few letters at a time': () => drip(site, `GET / HTTP/1.1\r\nHost: ${hostOf(site)}\r\n`, 'X-More: a'),
    'a body, a letter at a time': () => drip(site, post(site, signIn, ['Content-Length: 1000000']), 'a'),
    'a body in pieces that never end': () => drip(site, post(site, signIn, ['Transfer-Encoding: chunked']), '1\r\na\r\n'),
    'a body of 40 MB': () => send(site, signIn, Buffer.alloc(40 * 1024 * 1024, 'a')),
    'a body of lists in lists, 100,000 deep': () => send(site, signIn, Buffer.from('['.repeat(100_000) + ']'.repeat(100_000))),
    'a small body that unpacks to 50 MB': () => send(site, signIn, gzipSync(Buffer.alloc(50 * 1024 * 1024, ' ')), { 'content-encoding': 'gzip' }),
    'words that a careless pattern would turn over for ever': () => atOnce(10, () => say(site, get(site, `/api/search?q=${'a'.repeat(150)}%20${'-'.repeat(40)}!`, ['Connection: close']))),
    'bytes that are no UTF-8': () => atOnce(10, () => say(site, get(site, '/api/detainees/%FF%FE?q=%C0%80', ['Connection: close']))),
    'NULs': () => atOnce(10, () => say(site, get(site, '/api/detainees/%00?q=%00', ['Connection: close']))),
    'an address of 7,900 letters': () => atOnce(10, () => say(site, get(site, `/api/detainees?q=${'%D1%8B'.repeat(1300)}`, ['Connection: close']))),
    'an address of 100,000 letters': () => say(site, get(site, `/${'a'.repeat(100_000)}`)),
    'thousands of parameters': () => say(site, get(site, `/api/release-events?${'a=1&'.repeat(1900)}`, ['Connection: close'])),
    'lists of thousands of numbers': () => say(site, get(site, `/api/detainees?id=${Array.from({ length: 1500 }, (_, id) => id + 1).join(',')}`, ['Connection: close'])),
    'two thousand headers': () => say(site, get(site, '/', Array.from({ length: 2000 }, (_, at) => `X-${at}: a`))),
    'a cookie of 70,000 letters': () => say(site, get(site, '/api/session', [`Cookie: habeas_desk=${'a'.repeat(70_000)}`, 'Connection: close'])),
    'ranges of every byte': () => say(site, get(site, '/api/edition.sqlite', [`Range: bytes=${Array.from({ length: 1500 }, (_, at) => `${at}-${at}`).join(',')}`, 'Connection: close'])),
    'four hundred connections that say nothing': () => atOnce(400, () => say(site, '')),
    'two hundred questions on one line, none of the answers read': () => say(site, get(site, '/api/detainees?limit=200').repeat(200), false),
    'downloads of everything that nobody reads': () => atOnce(12, () => say(site, get(site, '/api/detainees.json'), false)),
    'what is not HTTP': () => atOnce(20, () => say(site, Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)))),
    'two lengths of one body': () => say(site, `${post(site, signIn, ['Content-Length: 5', 'Transfer-Encoding: chunked'])}0\r\n\r\nGET /api/health HTTP/1.1\r\n\r\n`),
  }
  return Object.entries(acts).map(([what, act]) => ({ what, against: site, act }))
}

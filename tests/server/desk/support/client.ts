import { randomUUID } from 'node:crypto'

/** What came over the wire is looked at as it is read: each test says what it expects to find. */
type Json = ReturnType<typeof JSON.parse>

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Json }
type Sent = Readonly<Record<string, string>>

/** A browser at the desk: keeps its cookie, says where it comes from, sends a key with each create. */
export type Client = {
  readonly get: (path: string, headers?: Sent) => Promise<Answer>
  readonly post: (path: string, body: unknown, headers?: Sent) => Promise<Answer>
  readonly put: (path: string, body: unknown, headers?: Sent) => Promise<Answer>
  readonly delete: (path: string, body: unknown, headers?: Sent) => Promise<Answer>
  /** As written, headers and all. */
  readonly raw: (path: string, init: RequestInit) => Promise<Answer>
  readonly cookie: () => string
  /** Goes on with another cookie. */
  readonly wear: (cookie: string) => void
}

export const clientOf = (address: string): Client => {
  let cookie = ''
  /** Between the two steps of signing in. */
  let second = ''
  const raw: Client['raw'] = async (path, init) => {
    const response = await fetch(`${address}/api${path}`, init)
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      if (/^(?:__Host-)?habeas_desk=/.test(pair)) cookie = pair.endsWith('=') ? '' : pair
      if (/^(?:__Host-)?habeas_second=/.test(pair)) second = pair.endsWith('=') ? '' : pair
    }
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  const worn = (): Sent => {
    const all = [cookie, second].filter((one) => one !== '').join('; ')
    return all === '' ? {} : { cookie: all }
  }
  const send =
    (method: string) =>
    (path: string, body: unknown, headers: Sent = {}): Promise<Answer> =>
      raw(path, {
        method,
        headers: {
          origin: address,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          ...worn(),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
  return {
    raw,
    get: (path, headers = {}) => raw(path, { headers: { ...worn(), ...headers } }),
    post: send('POST'),
    put: send('PUT'),
    delete: send('DELETE'),
    cookie: () => cookie,
    wear: (other) => {
      cookie = other
    },
  }
}

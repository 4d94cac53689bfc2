import { type RequestListener, type Server, createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import type { Duplex } from 'node:stream'

/** A door that could not open. Its message is one sentence for the person who started it. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

const sentence = (error: unknown, door: string, host: string, port: number): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `The ${door} cannot open: port ${port} on ${host} is in use. Stop what uses it, or set another port.`
  }
  if (code === 'EACCES') return `The ${door} cannot open: port ${port} on ${host} is not allowed. Choose one above 1023.`
  return `The ${door} cannot open ${host}:${port}: ${error instanceof Error ? error.message : 'unknown reason'}.`
}

const bodyOf = (message: string): string => JSON.stringify({ error: { code: 'bad_request', message } })

const broken = bodyOf('This request cannot be read. Check its address: letters beyond a to z are written with %.')
const refusals: Readonly<Record<string, readonly [status: string, body: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', broken],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', bodyOf('This request did not arrive in time. Send it again.')],
}

/** What is not HTTP never reaches a route: it gets the one error shape and the connection ends. */
const answerBrokenRequest = (error: Error & { readonly code?: string }, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, body] = refusals[error.code ?? ''] ?? ['400 Bad Request', broken]
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

/** Connections open at once; a proxy in front needs few, and each one costs memory. Beyond them one is closed as it comes. */
const mostConnections = 1000

/** Bytes of a request's address and headers: an address of 10,000 letters, six bytes each once written with %, still gets its page. */
const mostOfHeaders = 80 * 1024

/** Milliseconds from the beginning of a connection, or of the next request on it, until its headers are there and until all of it is. */
export type Patience = { readonly headersMs: number; readonly requestMs: number }

const usualPatience: Patience = { headersMs: 10_000, requestMs: 30_000 }

type Place = { door: string; host: string; port: number; connections?: number; patience?: Patience }

/** Opens a door. Throws ListenError. */
export const listen = (answer: RequestListener, { door, host, port, connections = mostConnections, patience: { headersMs, requestMs } = usualPatience }: Place): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createHttpServer(
      {
        maxHeaderSize: mostOfHeaders,
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        keepAliveTimeout: 5_000,
        // Node looks only now and then for who is over time: every 30 seconds, where it is not told.
        connectionsCheckingInterval: Math.min(1000, headersMs),
      },
      answer,
    )
    server.once('error', (error) => reject(new ListenError(sentence(error, door, host, port))))
    server.listen(port, host, () => resolve(server))
    server.on('clientError', answerBrokenRequest)
    server.maxConnections = connections
  })

/** Sees that a port can be had before anything else is done. Throws ListenError. */
export const probe = async ({ door, host, port }: { door: string; host: string; port: number }): Promise<void> => {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new ListenError(sentence(error, door, host, port))))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

/** Where a server listens, as an address a person can open. */
export const addressOf = (server: Server): string => {
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** Where this machine itself opens it: a server on every interface is opened by the machine's own. */
export const ownAddressOf = (server: Server): string => addressOf(server).replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')

/** Stops taking requests, lets those under way end, and resolves when all are done. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

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

export const listen = (app: Express, { door, host, port }: { door: string; host: string; port: number }): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (error) reject(new ListenError(sentence(error, door, host, port)))
      else resolve(server)
    })
    server.headersTimeout = 10_000
    server.requestTimeout = 30_000
    server.keepAliveTimeout = 5_000
  })

/** Where a server listens, as an address a person can open. */
export const addressOf = (server: Server): string => {
  const { address, family, port } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** Stops taking requests, lets those under way end, and resolves when all are done. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 2000).unref()
  })

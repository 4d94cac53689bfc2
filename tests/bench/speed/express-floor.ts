import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'

/*
 * The first floor: Express, told nothing but to answer with as many bytes as it is asked for. Its
 * own ETag is off. Run as a process of its own, like the server that is measured.
 */

const app = express()
app.disable('etag')
app.disable('x-powered-by')
const bodies = new Map<number, Buffer>()
app.get('/:bytes', (request, response) => {
  const bytes = Number(request.params.bytes)
  const body = bodies.get(bytes) ?? Buffer.alloc(bytes, 'a')
  bodies.set(bytes, body)
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.send(body)
})
const server = createServer(app)
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.once('SIGTERM', () => process.exit(0))

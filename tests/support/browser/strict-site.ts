import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/**
 * Serves a few files, by path, under a content security policy as strict as our own doors'.
 * It is there to try the test support on pages with planted faults. Anything else is 404.
 */
export async function serveStrictly(files: Record<string, string>): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const body = files[path]
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html'
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
    })
    response.end(body ?? 'not here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

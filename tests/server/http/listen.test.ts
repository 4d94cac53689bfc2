import { once } from 'node:events'
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

import { request } from 'node:http'
import { parse } from 'csv-parse/sync'
import { expect, onTestFinished, test } from 'vitest'
import { Citation } from '#contract/cite.ts'
import { ConfigError, readConfig } from '#server/config.ts'
import { editionDoor } from '../../support/edition-door.ts'
import { readPackage } from '../../support/read-package.ts'
import { temporaryFolder } from '../../support/test-register.ts'

const openDoor = async (publicUrl: string | null) => {
  const door = await editionDoor(await temporaryFolder(), { detainees: 12, seed: 4, publicUrl })
  onTestFinished(() => door.close())
  return door
}

/** Asks under a host of one's own, which `fetch` does not allow. */
const askAs = (address: string, host: string): Promise<{ status: number; body: Buffer }> =>
  new Promise((resolve, reject) => {
    request(address, { headers: { host } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })

const addressesIn = async (address: string, host: string): Promise<string[]> => {
  const citation = Citation.parse(JSON.parse((await askAs(`${address}/cite?path=/detainees`, host)).body.toString()))
  const rows = parse((await askAs(`${address}/detainees.csv`, host)).body, { bom: true, columns: true }) as { url: string }[]
  const packed = readPackage((await askAs(`${address}/release-events.zip`, host)).body)
  const view = JSON.parse(Buffer.from(packed.files['view.json'] ?? []).toString()) as { address: string; permanent: string }
  return [citation.permalink, rows[0]?.url ?? '', view.address, view.permanent].map((url) => new URL(url).origin)
}

test('citations, files and packages carry the address of the site, whatever host a visitor names', async () => {
  const { address } = await openDoor('https://register.example.org')
  expect(new Set(await addressesIn(address, 'mirror.example.net:8080'))).toEqual(new Set(['https://register.example.org']))
  expect((await askAs(`${address}/health`, '"><script>')).status).toBe(200)
})

test('without one they carry the host that was asked, and what is no plain host is refused', async () => {
  const { address } = await openDoor(null)
  expect(new Set(await addressesIn(address, 'mirror.example.net:8080'))).toEqual(new Set(['http://mirror.example.net:8080']))
  for (const host of ['"><script>', 'a b', 'user@example.org', 'example.org/path', 'example.org?x']) {
    expect((await askAs(`${address}/cite?path=/`, host)).status, host).toBe(400)
  }
  expect((await askAs(`${address}/health`, '[::1]:3000')).status).toBe(200)
})

test('the address of the site is one origin, or the program does not start', () => {
  expect(readConfig({ HABEAS_PUBLIC_URL: 'https://Register.example.org/' }).publicUrl).toBe('https://register.example.org')
  expect(readConfig({}).publicUrl).toBeNull()
  for (const wrong of ['register.example.org', 'ftp://example.org', 'https://example.org/habeas', 'https://a:b@example.org', 'https://example.org?x']) {
    expect(() => readConfig({ HABEAS_PUBLIC_URL: wrong }), wrong).toThrow(ConfigError)
  }
})

import { Router } from 'express'
import { describe, expect, test } from 'vitest'
import { rolesAtTheDesk } from '#contract/access.ts'
import { type AnyEndpoint, endpoint } from '#contract/endpoint.ts'
import { allEndpoints } from '#contract/registry.ts'
import { z } from '#contract/zod.ts'
import { accessFor } from '#server/desk/access/guard.ts'
import { rateLimit } from '#server/http/rate-limit.ts'
import { openDesk } from './support/open-desk.ts'

const atTheDesk = allEndpoints.filter(({ on }) => on !== 'public' && on !== 'edition')
const nameOf = ({ method, path }: AnyEndpoint) => `${method.toUpperCase()} ${path}`
describe('who may do what at the desk', () => {
  test('is said by the contract for every endpoint', () => {
    for (const asked of atTheDesk) expect(() => rolesAtTheDesk(asked), nameOf(asked)).not.toThrow()
  })

  test('an endpoint that names no roles cannot be mounted', () => {
    const open = endpoint({ method: 'get', path: '/x', on: 'desk', tag: 'X', summary: 'X', response: z.object({}) })
    const access = accessFor({
      find: () => Promise.resolve(null),
      wordsLeft: async () => 0,
      needsTwoFactors: () => Promise.resolve(false),
      keepEvent: () => {},
      limit: rateLimit({ perMinute: 0 }),
    })
    expect(() => access.serve(Router(), open, () => ({}))).toThrow('GET /x names no roles')
  })

  test('reading the register takes an account: exports and other ways of writing the address too', async () => {
    const desk = await openDesk()
    for (const path of ['/release-events', '/release-events.csv', '/release-events.json', '/about', '/stats/overview']) {
      expect([path, (await desk.stranger.get(path)).status]).toEqual([path, 401])
    }
    for (const path of ['/Release-Events', '/release-events/', '//release-events', '/release-events%2f1']) {
      expect([path, [401, 404].includes((await desk.stranger.get(path)).status)]).toEqual([path, true])
    }
  })
})

describe('the desk answers its own pages only', () => {
  const body = { email: 'nobody@example.org', password: 'a wrong long password' }

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['a page that hides where it comes from', { origin: 'null' }],
    ['a frame of another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('a change from %s is refused', async (_, headers) => {
    const desk = await openDesk()
    expect((await desk.stranger.post('/auth/sign-in/email', body, headers)).status).toBe(403)
  })

  test('a change that does not say where it comes from is refused', async () => {
    const desk = await openDesk()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    expect((await desk.stranger.raw('/auth/sign-in/email', init)).status).toBe(403)
  })

  test('a form of another kind than JSON is not read', async () => {
    const desk = await openDesk()
    const answer = await desk.stranger.post('/auth/sign-in/email', body, { 'content-type': 'text/plain' })
    expect(answer.status).toBe(400)
  })

  test('nothing of its API stays in a cache, refusals included', async () => {
    const desk = await openDesk()
    const client = await desk.signIn('Ada Author', 'contributor')
    for (const path of ['/session', '/proposals', '/release-events', '/release-events/1', '/nowhere', '/history/release_event/1']) {
      expect([path, (await client.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store'])
      expect([path, (await desk.stranger.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store'])
    }
  })
})

describe('the pages of the desk', () => {
  test('are served without an account, kept in no cache, and hold nothing that runs from elsewhere', async () => {
    const desk = await openDesk()
    for (const path of ['/', '/proposals/12', '/first-account']) {
      const page = await fetch(`${desk.address}${path}`)
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(await page.text()).toContain('Habeas desk')
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
      expect(page.headers.get('x-powered-by')).toBeNull()
    }
    const asset = await fetch(`${desk.address}/assets/desk-1a2b3c.js`)
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${desk.address}/assets/none.js`)).status).toBe(404)
  })
})

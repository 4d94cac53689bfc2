import { describe, expect, test } from 'vitest'
import { mayCall, rolesAtTheDesk } from '#contract/access.ts'
import { Role } from '#contract/accounts.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { allEndpoints } from '#contract/registry.ts'
import type { Answer, Client } from './support/client.ts'
import { type Desk, openDesk } from './support/open-desk.ts'
import { propose } from './support/release.ts'

/* Every operation of the contract, asked by everyone there is. */

const atTheDesk = allEndpoints.filter(({ on }) => on === 'records' || on === 'desk')
const nameOf = ({ method, path }: AnyEndpoint) => `${method.toUpperCase()} ${path}`
const methods = ['get', 'post', 'put', 'delete'] as const

const asked = (endpoint: AnyEndpoint, id: string) =>
  endpoint.path.replace(':table', 'release_event').replace(':code', 'LT').replaceAll(/:\w+/g, id)

/** Asks with a parameter and a field that nothing has: whoever is let in is told so, and nothing is done. */
const ask = (client: Client, method: AnyEndpoint['method'], path: string): Promise<Answer> => {
  if (method === 'get') return client.get(`${path}?no-such-parameter=1`)
  if (method === 'delete') return client.delete(path, undefined)
  return (method === 'put' ? client.put : client.post)(path, { noSuchField: 1 }, { 'if-match': '"1"' })
}

const outcome = ({ status, body }: Answer): string => {
  if (status === 401) return 'a stranger'
  return status === 403 ? String(body.error.code) : 'let in'
}

type Person = { readonly who: string; readonly held: Role[] | null; readonly client: Client }

/** A desk with everyone there is, and something of somebody else's to ask for. */
const everyone = async (): Promise<{ desk: Desk; people: Person[] }> => {
  const desk = await openDesk({ seeded: true })
  const people: Person[] = [
    { who: 'a stranger', held: null, client: desk.stranger },
    { who: 'an account without a role', held: [], client: await desk.signIn('No Role') },
  ]
  for (const role of Role.options) people.push({ who: role, held: [role], client: await desk.signIn(`The ${role}`, role) })
  await propose(await desk.signIn('Ada Author', 'contributor'))
  return { desk, people }
}

/** Signing in and out is for everyone, and would end what is asked with. */
const repeatable = atTheDesk.filter(({ path }) => !path.startsWith('/auth'))

describe('every operation of the contract', () => {
  test('lets in the roles that it names and nobody else, and does nothing for those it refuses', async () => {
    const { desk, people } = await everyone()
    const changesSoFar = () => desk.register.raw.prepare('SELECT total_changes()').pluck().get()
    for (const endpoint of repeatable) {
      const name = nameOf(endpoint)
      for (const { who, held, client } of people) {
        const expected = mayCall(rolesAtTheDesk(endpoint), held) ? 'let in' : held === null ? 'a stranger' : 'forbidden'
        const before = changesSoFar()
        for (const id of ['1', '999999']) {
          const answer = await ask(client, endpoint.method, asked(endpoint, id))
          expect([name, who, id, outcome(answer)]).toEqual([name, who, id, expected])
          expect(answer.status, `${name} as ${who}`).toBeLessThan(500)
          // The field that nothing has is what it is told about.
          if (expected === 'let in' && endpoint.method !== 'delete') expect([name, who, answer.status]).toEqual([name, who, 400])
        }
        if (expected !== 'let in') expect([name, who, changesSoFar()]).toEqual([name, who, before])
      }
    }
  }, 120_000)

  test('is refused alike for what is there and for what is not', async () => {
    const { people } = await everyone()
    for (const endpoint of repeatable.filter(({ path }) => path.includes(':'))) {
      for (const { who, client } of people.filter(({ held }) => !mayCall(rolesAtTheDesk(endpoint), held))) {
        const there = await ask(client, endpoint.method, asked(endpoint, '1'))
        const absent = await ask(client, endpoint.method, asked(endpoint, '999999'))
        expect([nameOf(endpoint), who, there.status, there.body]).toEqual([nameOf(endpoint), who, absent.status, absent.body])
      }
    }
  }, 120_000)

  test('has no other method, and no other way of writing its address', async () => {
    const { people } = await everyone()
    for (const path of new Set(atTheDesk.map((endpoint) => asked(endpoint, '1')))) {
      const taken = atTheDesk.filter((endpoint) => asked(endpoint, '1') === path).map(({ method }) => method)
      for (const { who, client } of people) {
        for (const method of methods.filter((one) => !taken.includes(one))) {
          expect([who, method, path, (await ask(client, method, path)).status]).toEqual([who, method, path, 404])
        }
        expect([who, path, (await ask(client, taken[0] ?? 'get', `${path}/`)).status]).toEqual([who, path, 404])
      }
    }
  }, 120_000)
})

describe('an export', () => {
  test('is for those who read the register, and leaves a line in the access log without its filter', async () => {
    const { desk, people } = await everyone()
    for (const { who, held, client } of people) {
      const may = held?.some((role) => role !== 'admin') ?? false
      for (const path of ['/detainees.csv?q=Vydumany', '/release-events.json', '/release-events/1.xlsx']) {
        const { status } = await client.get(path)
        expect([who, path, status]).toEqual([who, path, may ? 200 : held === null ? 401 : 403])
      }
    }
    const exported = desk.register.db.selectFrom('account_event').where('act', '=', 'exported').selectAll()
    await expect.poll(async () => (await exported.execute()).length).toBe(4 * 3)
    const lines = await exported.execute()
    expect(JSON.stringify(lines)).not.toContain('Vydumany')
    expect(lines.map(({ detail, record_table, record_id }) => detail ?? `${record_table} ${record_id}`)).toContain('release_event 1')
  })
})

describe('a confidential record', () => {
  test('that is read leaves one line in the access log, by its number and not by its name', async () => {
    const { desk, people } = await everyone()
    const reviewer = people.find(({ who }) => who === 'reviewer')?.client
    for (const path of ['/detainees/1', '/detainees/D-1', '/proposals/P-1', '/detainees']) await reviewer?.get(path)
    await desk.stranger.get('/detainees/2')
    const read = desk.register.db.selectFrom('account_event').where('act', '=', 'read').select(['record_table', 'record_id', 'detail'])
    await expect.poll(() => read.execute()).toEqual([
      { record_table: 'detainee', record_id: 1, detail: null },
      { record_table: 'proposal', record_id: 1, detail: null },
    ])
  })
})

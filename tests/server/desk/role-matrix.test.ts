import { describe, expect, test } from 'vitest'
import { mayCall, rolesAtTheDesk } from '#contract/access.ts'
import { Role } from '#contract/accounts.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { allEndpoints } from '#contract/registry.ts'
import type { Answer, Client } from './support/client.ts'
import { type Desk, openDesk } from './support/open-desk.ts'
import { settled, upload } from './support/imports.ts'
import { aProposal, aRelease, propose } from './support/release.ts'

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
  })

  test('is refused alike for what is there and for what is not', async () => {
    const { people } = await everyone()
    for (const endpoint of repeatable.filter(({ path }) => path.includes(':'))) {
      for (const { who, client } of people.filter(({ held }) => !mayCall(rolesAtTheDesk(endpoint), held))) {
        const there = await ask(client, endpoint.method, asked(endpoint, '1'))
        const absent = await ask(client, endpoint.method, asked(endpoint, '999999'))
        expect([nameOf(endpoint), who, there.status, there.body]).toEqual([nameOf(endpoint), who, absent.status, absent.body])
      }
    }
  })

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
  })
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

/** A body that each change of something of one's own takes: an operation without one here fails the test. */
const taken: Readonly<Record<string, unknown>> = {
  'PUT /drafts/:id': { form: { title: 'Theirs now' } },
  'DELETE /drafts/:id': undefined,
  'PUT /proposals/:id': aProposal(aRelease({ title: 'Theirs now' })),
  'POST /proposals/:id/withdraw': {},
  'PUT /imports/:id/rows/:row': { leftOut: true },
  'POST /imports/:id/answers': { problem: 'name_missing', answer: 'leave_out' },
  'POST /imports/:id/check': {},
  'POST /imports/:id/submit': { reason: 'Theirs now' },
  'POST /imports/:id/reopen': {},
  'POST /imports/:id/stop': {},
  'POST /imports/:id/discard': {},
  'DELETE /account/sessions/:id': undefined,
}

describe('what is somebody’s own', () => {
  test('is changed by nobody else who has the same roles, and their drafts and sessions are not even found', async () => {
    const desk = await openDesk()
    const owner = await desk.signIn('Olga Owner', 'contributor')
    const colleague = await desk.signIn('Cora Colleague', 'contributor')
    const kept = {
      drafts: (await owner.post('/drafts', { kind: 'release_event', form: { title: 'Hers' } })).body.id,
      proposals: (await propose(owner)).body.id,
      imports: (await upload(desk, owner, 'Name\nIna Vydumanaya\n')).body.id,
      account: (await owner.get('/account/sessions')).body.data[0].id,
    } as const
    const { settings } = (await settled(owner, kept.imports)).body
    const rows = (table: string) => desk.register.raw.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
    const everything = () => ['proposal', 'import_job', 'import_row', 'account_session'].map(rows)
    const before = everything()
    const bodies = { ...taken, 'PUT /imports/:id': { settings, check: true } }
    const changes = atTheDesk.filter(({ method, path }) => method !== 'get' && /^\/(?:drafts|imports|proposals|account\/sessions)\/:/.test(path) && !path.endsWith('/comments'))
    expect(changes.map(nameOf).toSorted()).toEqual(Object.keys(bodies).toSorted())
    for (const endpoint of changes) {
      const [, kind = ''] = endpoint.path.split('/')
      const id = String(kept[kind as keyof typeof kept])
      const path = endpoint.path.replace(':id', id).replace(':row', '1')
      const { headers } = await owner.get(endpoint.path.replace(/:id.*/, id))
      const body = bodies[nameOf(endpoint) as keyof typeof bodies]
      const { status } = await colleague[endpoint.method as 'post'](path, body, { 'if-match': headers.get('etag') ?? '"1"' })
      expect([nameOf(endpoint), [403, 404].includes(status), status]).toEqual([nameOf(endpoint), true, status])
    }
    for (const path of ['/drafts/', '/account/sessions/']) {
      const id = path === '/drafts/' ? kept.drafts : kept.account
      const absent = await colleague.delete(`${path}999999`, undefined, { 'if-match': '"1"' })
      const theirs = await colleague.delete(`${path}${String(id)}`, undefined, { 'if-match': '"1"' })
      expect([theirs.status, theirs.body]).toEqual([absent.status, absent.body])
    }
    expect((await colleague.get(`/drafts/${String(kept.drafts)}`)).status).toBe(404)
    expect(everything()).toEqual(before)
  })
})

import { sample } from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { Role } from '#contract/accounts.ts'
import { type Random, randomOf } from '#seed/fictional/random.ts'
import { startPublic } from '#server/public.ts'
import { emptyPages } from '#tests/support/edition-door.ts'
import { type Json, oddity, putOddity } from '#tests/support/oddities.ts'
import { type Client, clientOf } from '../server/desk/support/client.ts'
import { upload } from '../server/desk/support/imports.ts'
import { type Desk, openDesk } from '../server/desk/support/open-desk.ts'
import { aPerson } from '../server/desk/support/person.ts'
import { aProposal, aRelease } from '../server/desk/support/release.ts'
import { addressOf } from './support/addresses.ts'
import { type Answered, undocumented, validatorOf } from './support/documented.ts'
import { type Document, type Operation, documentOf, operationsIn } from './support/operations.ts'
import { type Known, sampleOf } from './support/sample-schema.ts'
import { slownessNow } from './support/yardstick.ts'

/*
 * Every operation of both documents, asked by everyone there is, as its document describes it and
 * otherwise.
 */

const slowestMs = 2000
const seed = 20_261_122

type Person = { readonly who: string; readonly client: Client }

/** One of each kind of thing to ask about, and someone whose account may be taken away. */
const somethingOfEach = async (desk: Desk): Promise<Known> => {
  const all = await desk.signIn('Kira Keeper', 'contributor', 'reviewer', 'publisher', 'admin')
  await desk.signIn('Vic Victim', 'contributor')
  const made = [
    await all.post('/proposals', aProposal()),
    await all.post('/proposals', { kind: 'detainee', reason: 'Reported', body: aPerson() }),
    await all.post('/drafts', { kind: 'release_event', form: { title: 'Half' } }),
    await all.post('/captures', { mediaType: 'text/plain', content: Buffer.from('Three were freed on 2 May 2023.').toString('base64'), address: null }),
    await all.post('/detainees/1/desk-facts', { kind: 'health', text: 'A fact' }),
    await upload(desk, all, 'Name,Arrested\nIna Vydumanaya,2021-06-21\n'),
    await all.post('/invitations', { roles: ['reviewer'] }),
    await all.post('/publish', { note: 'The first', confirmed: true }),
  ]
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
  const key = (select: string): string => String(desk.register.raw.prepare(select).pluck().get())
  return {
    ids: [1, 2, 3, 5, 999_999],
    words: ['Vydumanaya', 'a', 'two words', 'prisoners', '2 May 2023', 'ї', 'x'.repeat(40)],
    countries: ['BY', 'LT', 'XV', 'QQ'],
    cursors: ['abc'],
    keys: [key("SELECT id FROM account_user WHERE name = 'Vic Victim'"), key('SELECT token_sha256 FROM account_invitation'), 'nobody'],
  }
}

const everyone = async (desk: Desk): Promise<Person[]> => {
  const roles = await Promise.all(Role.options.map(async (role) => ({ who: role, client: await desk.signIn(`The ${role}`, role) })))
  return [...roles, { who: 'a stranger', client: desk.stranger }]
}

/** What a form sends: the schemas alone rarely lead to a body that all the rules of a record take. */
const asFormsSend: Readonly<Record<string, readonly Json[]>> = {
  '/api/proposals': [aProposal() as Json, { kind: 'detainee', reason: 'Reported', body: aPerson() } as unknown as Json],
  '/api/previews': [aProposal() as Json, aProposal(aRelease({ people: [] })) as Json],
}

type Asking = { readonly document: Document; readonly operation: Operation; readonly random: Random; readonly known: Known; readonly broken: boolean }

const bodyOf = ({ document, operation, random, known, broken }: Asking): Json | undefined => {
  if (operation.body === null) return undefined
  const forms = asFormsSend[operation.path]
  const body = forms && random.chance(0.6) ? random.pick(forms) : (sampleOf(document, operation.body, random, known) as Json)
  return broken ? sample(oddity, { numRuns: 2, seed: random.int(0, 1e9) }).reduce(putOddity, body) : body
}

const headersOf = async ({ operation, random, broken }: Asking, client: Client, address: string): Promise<Record<string, string>> => {
  if (!operation.parameters.some(({ name }) => name === 'If-Match') || (broken && random.chance(0.2))) return {}
  const { headers } = random.chance(0.7) ? await client.get(address.replace('/api', '')) : { headers: new Headers() }
  return { 'if-match': headers.get('etag') ?? '"1"' }
}

const ask = async (asking: Asking, client: Client): Promise<Answered & { readonly address: string; readonly ms: number }> => {
  const { document, operation, random, known, broken } = asking
  const address = addressOf(document, operation, random, known, broken)
  const headers = await headersOf(asking, client, address)
  const path = address.replace(/^\/api/, '')
  const body = bodyOf(asking)
  const started = performance.now()
  const send = { GET: client.get, POST: client.post, PUT: client.put, DELETE: client.delete }[operation.method]
  if (send === undefined) throw new Error(`A method that nobody sends: ${operation.method}`)
  const answer = operation.method === 'GET' ? await client.get(path) : await send(path, body as never, headers)
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: answer.body as unknown, address, ms: performance.now() - started }
}

/** Asks each operation this many times as each person, every second time with something wrong in it. Gives what was not as it should be. */
const askAll = async (door: 'public' | 'desk', people: readonly Person[], known: Known, times: number) => {
  const document = documentOf(door)
  const validate = validatorOf(document)
  const random = randomOf(seed, door === 'desk' ? 1 : 2)
  // What ends sessions or changes who must do what comes last, settings at the very end.
  const late = ({ path }: Operation): number => (path.startsWith('/api/settings') ? 2 : /^\/api\/(?:auth|accounts?)\b/.test(path) ? 1 : 0)
  const wrong: string[] = []
  const statuses = new Map<number, number>()
  let asked = 0
  for (const operation of operationsIn(document).toSorted((a, b) => late(a) - late(b))) {
    for (const { who, client } of people) {
      for (let time = 0; time < times; time += 1) {
        const answer = await ask({ document, operation, random, known, broken: time % 2 === 1 }, client)
        const said = `${operation.method} ${answer.address.slice(0, 300)} as ${who}`
        asked += 1
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        const unlike = answer.status >= 500 ? `answers ${answer.status}` : undocumented(operation, answer, validate)
        if (unlike !== null) wrong.push(`${said} ${unlike}`)
        if (answer.ms > slowestMs && answer.ms > slowestMs * (await slownessNow())) wrong.push(`${said} took ${Math.round(answer.ms)} ms`)
      }
    }
  }
  return { wrong, asked, statuses }
}

test('whatever is asked of the public door, the answer is what its document says, soon, and no fault', async () => {
  const desk = await openDesk({ seeded: true })
  const known = await somethingOfEach(desk)
  await emptyPages(desk.config.clientDir)
  const door = await startPublic({ ...desk.config, answerCacheBytes: 0 })
  onTestFinished(() => door.close())
  const { wrong, asked, statuses } = await askAll('public', [{ who: 'a reader', client: clientOf(door.address) }], known, 12)
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(900)
  expect(statuses.get(200)).toBeGreaterThan(asked / 4)
})

test('whatever is asked of the desk by whomever, the answer is what its document says, soon, and no fault', async () => {
  const desk = await openDesk({ seeded: true })
  const known = await somethingOfEach(desk)
  const { wrong, asked, statuses } = await askAll('desk', await everyone(desk), known, 2)
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(1700)
  for (const status of [200, 201, 400, 401, 403, 404, 412, 428]) expect(statuses.get(status), `answers ${status}`).toBeGreaterThan(0)
})

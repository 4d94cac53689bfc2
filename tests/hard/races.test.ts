import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { verifyFile } from '#server/register/verify-file.ts'
import { type Answer, type Client, clientOf } from '../server/desk/support/client.ts'
import { settled, upload, uploadAndCheck, versionOf } from '../server/desk/support/imports.ts'
import { type Desk, openDesk } from '../server/desk/support/open-desk.ts'
import { aProposal, aRelease, enter, propose, review } from '../server/desk/support/release.ts'

/*
 * Two do the same at the same moment, forty times of each kind: one wins, the other is told, and
 * nothing is there twice. What starts a process each time is run less often, and says so.
 */

const times = 40

type Table = 'proposal' | 'changeset' | 'release_event' | 'detainee' | 'edition' | 'account_user' | 'desk_fact'

const countOf = ({ register }: Desk, table: Table): number => Number(register.raw.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get())

/** Runs the race over and over. In each one answer is a success and the others are the refusal, and each round adds so many rows. */
const expectOneWinner = async (
  desk: Desk,
  { refused, adds, rounds = times }: { readonly refused: readonly number[]; readonly adds: Partial<Record<Table, number>>; readonly rounds?: number },
  round: (turn: number) => Promise<readonly (() => Promise<Answer>)[]>,
): Promise<void> => {
  for (let turn = 0; turn < rounds; turn += 1) {
    const racers = await round(turn)
    const before = Object.keys(adds).map((table) => countOf(desk, table as Table))
    // Not always the same one first.
    const answers = await Promise.all((turn % 2 === 0 ? racers : racers.toReversed()).map((run) => run()))
    const won = answers.filter(({ status }) => status < 300)
    const lost = answers.filter(({ status }) => status >= 300)
    expect([turn, won.length, lost.filter(({ status }) => !refused.includes(status)).map(({ status, body }) => [status, body])]).toEqual([turn, 1, []])
    expect([turn, ...Object.keys(adds).map((table) => countOf(desk, table as Table))]).toEqual([turn, ...Object.values(adds).map((more, index) => (before[index] ?? 0) + more)])
  }
  expect((await verifyFile(desk.config)).findings).toEqual([])
}

const openWithPeople = async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const one = await desk.signIn('Ona One', 'contributor', 'reviewer', 'publisher')
  const other = await desk.signIn('Otto Other', 'contributor', 'reviewer', 'publisher')
  return { desk, author, one, other }
}

test('two corrections of one record, approved at once: one is applied, the other no longer fits', async () => {
  const { desk, author, one, other } = await openWithPeople()
  const id = await enter(author, one, aRelease({ people: [] }))
  await expectOneWinner(desk, { refused: [409, 412], adds: { changeset: 1, release_event: 0 } }, async (turn) => {
    const { body } = await author.get(`/release-events/${id}/write`)
    const correcting = (title: string) =>
      propose(author, { ...body.body, title }, { recordId: id, baseVersion: body.version, changeKind: 'correction' })
    const [first, second] = [await correcting(`One ${turn}`), await correcting(`Other ${turn}`)]
    return [() => review(one, first), () => review(other, second)]
  })
})

test('one proposal, approved, rejected and withdrawn at once: one decision holds', async () => {
  const { desk, author, one, other } = await openWithPeople()
  await expectOneWinner(desk, { refused: [409, 412], adds: { proposal: 0 } }, async () => {
    const proposal = await propose(author, aRelease({ people: [] }))
    const withdraw = () => author.post(`/proposals/${proposal.body.id}/withdraw`, {}, { 'if-match': proposal.headers.get('etag') ?? '' })
    return [() => review(one, proposal), () => review(other, proposal, 'reject', 'No'), withdraw]
  })
})

test('one proposal, approved twice at once: its record is made once', async () => {
  const { desk, author, one, other } = await openWithPeople()
  await expectOneWinner(desk, { refused: [409, 412], adds: { release_event: 1, detainee: 1, changeset: 1 } }, async () => {
    const proposal = await propose(author)
    return [() => review(one, proposal), () => review(other, proposal)]
  })
})

test('one form sent twice with one key: one proposal, and both are told of it', async () => {
  const { desk, author } = await openWithPeople()
  for (let turn = 0; turn < times; turn += 1) {
    const before = countOf(desk, 'proposal')
    const headers = { 'idempotency-key': randomUUID() }
    const send = () => author.post('/proposals', aProposal(aRelease({ title: `Sent twice ${turn}` })), headers)
    const answers = await Promise.all([send(), send(), send()])
    // One that comes while the first is still being kept may be told to wait for it.
    expect(answers.every(({ status }) => status === 201 || status === 409), JSON.stringify(answers.map(({ status }) => status))).toBe(true)
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1)
    expect([turn, countOf(desk, 'proposal')]).toEqual([turn, before + 1])
  }
})

test('one draft sent twice with two keys: one proposal', async () => {
  const { desk, author } = await openWithPeople()
  await expectOneWinner(desk, { refused: [422], adds: { proposal: 0 } }, async () => {
    const draft = await author.post('/drafts', { kind: 'release_event', form: { title: 'Half' } })
    const send = () => author.post('/proposals', aProposal(aRelease(), { draft: draft.body.id }))
    // The draft was a row of its own: it goes as the proposal comes.
    return [send, send]
  })
})

test('one draft, saved in two windows at once: one is kept, the other is told', async () => {
  const { desk, author } = await openWithPeople()
  const draft = await author.post('/drafts', { kind: 'release_event', form: { title: 'Half' } })
  await expectOneWinner(desk, { refused: [412], adds: { proposal: 0 } }, async (turn) => {
    const { headers } = await author.get(`/drafts/${draft.body.id}`)
    const save = (window: string) => () => author.put(`/drafts/${draft.body.id}`, { form: { title: `${window} ${turn}` } }, { 'if-match': headers.get('etag') ?? '' })
    return [save('left'), save('right')]
  })
})

test('one confidential fact, changed by two at once: one is kept, the other is told', async () => {
  const { desk, author, one, other } = await openWithPeople()
  await enter(author, one)
  const fact = await author.post('/detainees/1/desk-facts', { kind: 'health', text: 'A fact' })
  await expectOneWinner(desk, { refused: [412], adds: { desk_fact: 0 } }, async (turn) => {
    const { body } = await author.get('/detainees/1/desk-facts')
    const put = (by: Client) => () => by.put(`/desk-facts/${fact.body.id}`, { kind: 'health', text: `Changed ${turn}` }, { 'if-match': `"${body.data[0].version}"` })
    return [put(one), put(other)]
  })
})

test('one import, submitted twice at once: one proposal', async () => {
  const { desk, author } = await openWithPeople()
  const { body: checked } = await uploadAndCheck(desk, author, 'name;sex\nInvented Person;f\n')
  expect(checked.state).toBe('checked')
  await expectOneWinner(desk, { refused: [409, 412], adds: { proposal: 1 } }, async () => {
    const now = await settled(author, checked.id)
    const submit = async () => {
      const answer = await author.post(`/imports/${checked.id}/submit`, { reason: 'A list' }, versionOf(now))
      const { body } = await settled(author, checked.id)
      if (answer.status === 200) await withdrawAndReopen(author, checked.id, body)
      return answer
    }
    return [submit, submit]
  })
})

/** Two do the same at once once more: the next round needs an import that is open. */
const withdrawAndReopen = async (author: Client, id: number, { state, message, proposalId }: Answer['body']): Promise<void> => {
  expect([state, message]).toEqual(['submitted', null])
  const { headers } = await author.get(`/proposals/${String(proposalId)}`)
  expect((await author.post(`/proposals/${String(proposalId)}/withdraw`, {}, { 'if-match': headers.get('etag') ?? '' })).status).toBe(200)
  expect((await author.post(`/imports/${id}/reopen`, {}, versionOf(await author.get(`/imports/${id}`)))).status).toBe(200)
}

test('one file, sent twice with one key: one import', async () => {
  const { desk, author } = await openWithPeople()
  const imports = () => Number(desk.register.raw.prepare('SELECT COUNT(*) FROM import_job').pluck().get())
  // Each of them is looked into by a process of its own, which is what takes the time.
  for (let turn = 0; turn < 5; turn += 1) {
    const key = { 'idempotency-key': randomUUID() }
    const send = () => upload(desk, author, `Name\nInvented Person${turn}\n`, 'detainees', key)
    const answers = await Promise.all([send(), send()])
    expect(answers.every(({ status }) => status === 201 || status === 409), JSON.stringify(answers.map(({ status }) => status))).toBe(true)
    expect([turn, imports()]).toEqual([turn, turn + 1])
    for (const { status, body } of answers) if (status === 201) await settled(author, body.id)
  }
})

test('one invitation, used twice at once: one account', async () => {
  const desk = await openDesk({ trustedProxies: ['127.0.0.1'] })
  const admin = await desk.signIn('Alma Admin', 'admin')
  await expectOneWinner(desk, { refused: [403, 409], adds: { account_user: 1 } }, async (turn) => {
    const { link } = (await admin.post('/invitations', { roles: ['reviewer'] })).body
    const token = String(link).split('#')[1] ?? ''
    // Each from another address: whoever fails often is slowed down.
    const join = (name: string) => () =>
      clientOf(desk.address).post(
        '/accounts/invited',
        { token, name, email: `${name}.${turn}@example.org`, password: 'a sentence to remember' },
        { 'x-forwarded-for': `192.0.2.${turn}` },
      )
    return [join('ona'), join('otto')]
  })
})

test('two publications at once: one edition, and the other is told to wait', async () => {
  const { desk, author, one, other } = await openWithPeople()
  await enter(author, one)
  // Each makes an edition in a process of its own: a dozen take as long as forty of the others.
  await expectOneWinner(desk, { refused: [409], adds: { edition: 1 }, rounds: 12 }, async (turn) => {
    const publish = (by: Client) => () => by.post('/publish', { note: `Round ${turn}`, confirmed: true })
    return [publish(one), publish(other)]
  })
})

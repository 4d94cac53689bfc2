import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Client } from './support/client.ts'
import { type Desk, openDesk } from './support/open-desk.ts'
import { aProposal, aRelease, enter, propose, review } from './support/release.ts'

const staff = async (desk: Desk): Promise<{ author: Client; reviewer: Client; both: Client }> => ({
  author: await desk.signIn('Ada Author', 'contributor'),
  reviewer: await desk.signIn('Rita Reviewer', 'reviewer'),
  both: await desk.signIn('Bo Both', 'contributor', 'reviewer'),
})

const events = (desk: Desk) => desk.register.db.selectFrom('release_event').selectAll().execute()

describe('a review', () => {
  test('may return a proposal with a reason; its author mends it and it waits again', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const proposed = await propose(author)
    const unexplained = await review(reviewer, proposed, 'return')
    expect(unexplained.status).toBe(400)
    expect(unexplained.body.error.fields).toEqual({ reason: 'Say why, so that the author can act on it.' })

    const returned = await review(reviewer, proposed, 'return', 'Which prison?')
    expect(returned.body).toMatchObject({ state: 'returned', decisionReason: 'Which prison?', decidedBy: 'Rita Reviewer', mayReview: false })
    expect((await review(reviewer, returned)).status).toBe(409)

    const mended = await author.put(
      `/proposals/${proposed.body.id}`,
      aProposal(aRelease({ title: 'Mended' })),
      { 'if-match': returned.headers.get('etag') ?? '' },
    )
    expect(mended.body).toMatchObject({ state: 'waiting', title: 'Mended', version: 3 })
    expect((await review(reviewer, mended)).body.state).toBe('approved')
  })

  test('may reject a proposal, for good', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const rejected = await review(reviewer, await propose(author), 'reject', 'It did not happen.')
    expect(rejected.body.state).toBe('rejected')
    const again = await author.put(`/proposals/${rejected.body.id}`, aProposal(), { 'if-match': rejected.headers.get('etag') ?? '' })
    expect(again.status).toBe(409)
    expect(await events(desk)).toEqual([])
  })

  test('by the author is allowed until a second person must approve', async () => {
    const desk = await openDesk()
    const { both, reviewer } = await staff(desk)
    expect((await review(both, await propose(both))).body.state).toBe('approved')

    await desk.register.db.insertInto('setting').values({ name: 'second_person_must_approve', value: 'true' }).execute()
    expect((await both.get('/session')).body.settings.secondPersonMustApprove).toBe(true)
    const proposed = await propose(both)
    expect(proposed.body.mayReview).toBe(false)
    const own = await review(both, proposed)
    expect(own.status).toBe(403)
    expect(own.body.error.message).toBe('A second person must approve what you wrote. Ask another reviewer.')
    expect((await review(reviewer, proposed)).body.state).toBe('approved')
    expect((await events(desk)).length).toBe(2)
  })

  test('made twice at the same moment has one winner, and the record is there once', async () => {
    const desk = await openDesk()
    const { author, reviewer, both } = await staff(desk)
    const proposed = await propose(author)
    const answers = await Promise.all([review(reviewer, proposed), review(both, proposed), review(reviewer, proposed)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
    expect((await events(desk)).length).toBe(1)
  })

  test('says which version it decides: 428 without, 412 for an older one', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const proposed = await propose(author)
    const path = `/reviews/${proposed.body.id}`
    expect((await reviewer.post(path, { decision: 'approve' })).status).toBe(428)
    const put = { 'if-match': '"1"' }
    expect((await author.put(`/proposals/${proposed.body.id}`, aProposal(aRelease({ title: 'Changed' })), put)).status).toBe(200)
    const old = await reviewer.post(path, { decision: 'approve' }, put)
    expect(old.status).toBe(412)
    expect(old.body.error.code).toBe('stale')
    expect((await reviewer.post(path, { decision: 'approve' }, { 'if-match': 'nonsense' })).status).toBe(400)
    expect(await events(desk)).toEqual([])
  })

  test('finds out when what the proposal refers to has gone, and writes nothing', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const first = await enter(author, reviewer)
    const { body: event } = await author.get(`/release-events/${first}`)
    const detaineeId = event.people[0].detainee.id
    const other = await propose(author, aRelease({ people: [{ detaineeId }] }))
    const kept = await enter(author, reviewer)
    const { body: keptEvent } = await author.get(`/release-events/${kept}`)
    const into = keptEvent.people[0].detainee.id
    const { db } = desk.register
    await db.transaction().execute(async (trx) => {
      const { id } = await trx
        .insertInto('changeset')
        .values({ kind: 'merge', author: 'A tester', reason: 'the same person', made_at: new Date().toISOString(), author_id: null, reviewer: null, reviewer_id: null, proposal_id: null })
        .returning('id')
        .executeTakeFirstOrThrow()
      await trx.insertInto('open_changeset').values({ id: 1, changeset_id: id }).execute()
      await trx.updateTable('detainee').set({ merged_into: into }).where('id', '=', detaineeId).execute()
      await trx.deleteFrom('open_changeset').execute()
    })
    const before = await db.selectFrom('change').selectAll().execute()
    const refused = await review(reviewer, other)
    expect(refused.status).toBe(409)
    expect(refused.body.problems).toEqual({ 'people.0.detaineeId': `D-${detaineeId} was joined with D-${into}. Choose D-${into}.` })
    expect(await db.selectFrom('change').selectAll().execute()).toEqual(before)
  })
})

describe('a proposal', () => {
  test('sent twice with one key is one proposal; the key with another body is refused', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const key = { 'idempotency-key': randomUUID() }
    const [one, two] = await Promise.all([author.post('/proposals', aProposal(), key), author.post('/proposals', aProposal(), key)])
    expect(one.status).toBe(201)
    expect(two).toMatchObject({ status: 201, body: one.body })
    expect((await author.get('/proposals')).body.page.total).toBe(1)

    expect((await author.post('/proposals', aProposal(aRelease({ title: 'Another' })), key)).status).toBe(422)
    expect((await author.post('/proposals', aProposal(), { 'idempotency-key': '' })).status).toBe(400)
    // A key is one account's own: it says nothing of what another account sent.
    expect((await reviewer.post('/proposals', aProposal(), key)).body.id).not.toBe(one.body.id)
  })

  test('is edited and withdrawn by its author only', async () => {
    const desk = await openDesk()
    const { author, both } = await staff(desk)
    const proposed = await propose(author)
    const version = { 'if-match': proposed.headers.get('etag') ?? '' }
    expect((await both.put(`/proposals/${proposed.body.id}`, aProposal(), version)).status).toBe(403)
    expect((await both.post(`/proposals/${proposed.body.id}/withdraw`, {}, version)).status).toBe(403)
    expect((await author.post(`/proposals/${proposed.body.id}/withdraw`, {})).status).toBe(428)
    const withdrawn = await author.post(`/proposals/${proposed.body.id}/withdraw`, {}, version)
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', mayEdit: false })
    expect((await review(both, withdrawn)).status).toBe(409)
  })

  test('is found in the list by its state and by whose it is, page by page', async () => {
    const desk = await openDesk()
    const { author, reviewer, both } = await staff(desk)
    for (const title of ['One', 'Two', 'Three']) await propose(author, aRelease({ title }))
    await review(reviewer, await propose(both, aRelease({ title: 'Four' })))
    const titles = (answer: { body: { data: { title: string }[] } }) => answer.body.data.map(({ title }) => title)
    expect(titles(await author.get('/proposals'))).toEqual(['Four', 'Three', 'Two', 'One'])
    expect(titles(await author.get('/proposals?mine=no'))).toEqual(['Four'])
    expect(titles(await author.get('/proposals?state=waiting&mine=yes'))).toEqual(['Three', 'Two', 'One'])
    const page = await author.get('/proposals?limit=3')
    expect(page.body.page.total).toBe(4)
    expect(titles(await author.get(`/proposals?limit=3&cursor=${page.body.page.next}`))).toEqual(['One'])
    expect((await author.get('/proposals?cursor=nonsense')).status).toBe(400)
  })
})

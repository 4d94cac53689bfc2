import { describe, expect, test } from 'vitest'
import { type Desk, openDesk } from './support/open-desk.ts'
import { aProposal, aRelease } from './support/release.ts'

const nothingWritten = async (desk: Desk): Promise<void> => {
  for (const table of ['proposal', 'changeset', 'change', 'release_event', 'source', 'detainee', 'idempotency_key'] as const) {
    expect([table, await desk.register.db.selectFrom(table).selectAll().execute()]).toEqual([table, []])
  }
}

const base = aRelease()
const [total] = base.counts
const withTotal = (more: object) => aRelease({ counts: [{ ...total, ...more } as NonNullable<typeof total>] })

describe('what cannot be is refused at its field, and nothing is written', () => {
  test.each<[what: string, body: unknown, field: string, message: string]>([
    ['a day that does not exist', { ...base, date: '2023-02-30' }, 'body.date', 'February'],
    ['a date without sense', { ...base, date: 'some day' }, 'body.date', ''],
    ['a count below zero', withTotal({ best: -1 }), 'body.counts.0.best', 'A count cannot be below zero.'],
    ['half a person', withTotal({ best: 1.5 }), 'body.counts.0.best', 'Type a whole number.'],
    ['a count that is text', withTotal({ best: '12' }), 'body.counts.0.best', 'Type a whole number.'],
    ['reversed bounds', withTotal({ qualifier: 'about', lowest: 20 }), 'body.counts.0.lowest', 'The lowest is above the number itself.'],
    ['a country that is none', { ...base, country: 'ZZ' }, 'body.country', 'Give a two-letter country code (ISO 3166-1), for example LT.'],
    ['no title', { ...base, title: '   ' }, 'body.title', 'Give the release a short title.'],
    ['no source', { ...base, sources: [] }, 'body.sources', 'Name the source this comes from.'],
    ['a source called twice', { ...base, sources: [...base.sources, ...base.sources] }, 'body.sources', 'Two sources go by the same key.'],
    ['a field of ours alone', { ...base, visibility: 'public' }, 'body.visibility', 'There is no such parameter. Leave it out.'],
    ['evidence for a value a count does not have', withTotal({ evidence: [{ source: 's1', field: 'destination' }] }), 'body.counts.0.evidence.0.field', 'There is no such value here. Leave it out for the main one.'],
    ['two used claims of one thing', aRelease({ counts: [total, total].filter((count) => count !== undefined) }), 'body.counts.1.state', 'Another count of the same thing'],
    ['a text that would end early', { ...base, title: 'Cut\0here' }, 'body.title', 'This has a character that cannot be kept.'],
    ['an address that is none', { ...base, sources: [{ key: 's1', url: 'javascript:alert(1)' }] }, 'body.sources.0.url', 'Start the address with'],
    ['a text without end', { ...base, summary: 'x'.repeat(5001) }, 'body.summary', 'Shorten this to 5000 characters.'],
  ])('%s', async (_, body, field, message) => {
    const desk = await openDesk()
    const author = await desk.signIn('Ada Author', 'contributor')
    const answer = await author.post('/proposals', aProposal(body))
    expect(answer.status).toBe(400)
    expect(answer.body.error.code).toBe('invalid')
    expect(answer.body.error.fields[field]).toContain(message)
    await nothingWritten(desk)
  })

  test.each<[what: string, more: Record<string, unknown>, field: string]>([
    ['a correction of nothing', { changeKind: 'correction' }, 'changeKind'],
    ['a new record that is there already', { recordId: 1, baseVersion: 1 }, 'changeKind'],
    ['a correction without a version', { recordId: 1, changeKind: 'correction' }, 'baseVersion'],
    ['a correction of a record that never was', { recordId: 404, baseVersion: 1, changeKind: 'correction' }, 'recordId'],
    ['a proposal without a reason', { reason: ' ' }, 'reason'],
    ['a proposal in another’s name', { authorId: 'someone' }, 'authorId'],
  ])('%s', async (_, more, field) => {
    const desk = await openDesk()
    const author = await desk.signIn('Ada Author', 'contributor')
    const answer = await author.post('/proposals', aProposal(base, more))
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.body.error.fields)).toEqual([field])
    await nothingWritten(desk)
  })
})

describe('what cannot be read is answered in the one shape', () => {
  test('malformed JSON is 400, a body over the limit 413', async () => {
    const desk = await openDesk()
    const author = await desk.signIn('Ada Author', 'contributor')
    const send = (body: string) =>
      author.raw('/proposals', {
        method: 'POST',
        headers: { origin: desk.address, 'content-type': 'application/json', cookie: author.cookie(), 'idempotency-key': 'a-key-of-mine' },
        body,
      })
    for (const broken of ['{"kind": ', '[1,2', '"text"', '']) {
      const answer = await send(broken)
      expect([broken, answer.status, answer.body.error.code]).toEqual([broken, 400, broken === '' ? 'invalid' : 'bad_request'])
    }
    const large = await send(JSON.stringify(aProposal({ ...base, summary: 'x'.repeat(1_100_000) })))
    expect([large.status, large.body.error.code]).toEqual([413, 'too_large'])
    await nothingWritten(desk)
  })

  test('a body of lists in lists is 400 from the 33rd on, however many there are', async () => {
    const desk = await openDesk()
    const author = await desk.signIn('Ada Author', 'contributor')
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
    const send = (body: string) =>
      author.raw('/proposals', {
        method: 'POST',
        headers: { origin: desk.address, 'content-type': 'application/json', 'idempotency-key': 'a-key-of-our-own', cookie: author.cookie() },
        body,
      })
    expect((await send(nested(32))).body.error.message).not.toContain('deep')
    for (const levels of [33, 100_000]) {
      const { status, body } = await send(nested(levels))
      expect([levels, status, body.error.message]).toEqual([levels, 400, 'The body has lists or objects more than 32 deep. Send it flatter.'])
    }
  })

  test('a compressed body is not unpacked: it could be any size', async () => {
    const desk = await openDesk()
    const answer = await desk.stranger.post('/auth/sign-in/email', {}, { 'content-encoding': 'gzip' })
    expect(answer.status).toBe(415)
  })

  test.each([
    ['/proposals/404', 404],
    ['/release-events/404/write', 404],
    ['/history/release_event/404', 404],
    ['/proposals/abc', 400],
    ['/proposals/-1', 400],
    ['/history/account_user/1', 400],
    ['/history/release_event/0', 400],
    ['/proposals?state=lost', 400],
    ['/proposals?limit=0', 400],
    ['/proposals?unknown=1', 400],
    ['/nowhere', 404],
    ['/proposals/%E0%A4%A', 400],
  ])('%s is %i', async (path, status) => {
    const desk = await openDesk()
    const author = await desk.signIn('Ada Author', 'contributor', 'reviewer')
    const answer = await author.get(path)
    expect([answer.status, typeof answer.body.error?.message]).toEqual([status, 'string'])
  })

  test('a review of a proposal that never was is 404', async () => {
    const desk = await openDesk()
    const reviewer = await desk.signIn('Rita Reviewer', 'reviewer')
    expect((await reviewer.post('/reviews/404', { decision: 'approve' }, { 'if-match': '"1"' })).status).toBe(404)
  })
})

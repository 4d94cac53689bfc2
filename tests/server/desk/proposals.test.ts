import { describe, expect, test } from 'vitest'
import { type Desk, openDesk } from './support/open-desk.ts'
import { aProposal, aRelease, enter, propose, review } from './support/release.ts'

const staff = async (desk: Desk) => ({
  author: await desk.signIn('Ada Author', 'contributor'),
  reviewer: await desk.signIn('Rita Reviewer', 'reviewer'),
})

describe('a release event entered at the desk', () => {
  test('is proposed, read as a difference, approved, and then stands in the register with its evidence and history', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const proposed = await propose(author)
    expect(proposed.body).toMatchObject({ state: 'waiting', recordId: null, version: 1, mayEdit: true, mayReview: false })
    expect((await desk.register.db.selectFrom('release_event').selectAll().execute()).length).toBe(0)

    const seen = await reviewer.get(`/proposals/${proposed.body.id}`)
    expect(seen.body).toMatchObject({ mayReview: true, mayEdit: false, author: { name: 'Ada Author' } })
    expect(seen.body.changes).toContainEqual({
      label: 'Count, Destination: Latvia',
      path: 'counts.1',
      before: null,
      after: 'Destination: Latvia: exactly 5; a part of the total; used',
      evidence: [{ source: 'An invented report', quote: 'five were taken to Latvia', saidBy: null, otherwise: null }],
    })
    expect(seen.body.changes).toContainEqual({
      label: 'Date',
      path: 'date',
      before: null,
      after: '1 March 2024',
      evidence: [{ source: 'An invented report', quote: 'on the first of March', saidBy: null, otherwise: null }],
    })

    const approved = await review(reviewer, seen)
    expect(approved.status).toBe(200)
    expect(approved.body).toMatchObject({ state: 'approved', decidedBy: 'Rita Reviewer' })
    const id = approved.body.appliedTo
    const event = (await author.get(`/release-events/${id}`)).body
    expect(event).toMatchObject({
      title: 'Velmaria: 12 prisoners released',
      date: { edtf: '2024-03-01', basis: 'stated' },
      ledger: { claimed: { best: 12 }, named: 1 },
      people: [{ detainee: { name: 'Іна Выдуманая', lang: 'be' }, destination: 'LV', destinationState: 'arrived' }],
    })
    const quotes = event.evidence.map((item: { quote: string | null }) => item.quote)
    expect(quotes).toEqual(expect.arrayContaining(['twelve prisoners walked out', 'on the first of March', null]))

    const history = await author.get(`/history/release_event/${id}`)
    expect(history.body.data).toMatchObject([
      { op: 'insert', kind: 'new', author: 'Ada Author', reviewer: 'Rita Reviewer', reason: 'Reported by the Courier', proposal: proposed.body.id },
    ])
    const name = await desk.register.db.selectFrom('detainee_name').selectAll().executeTakeFirstOrThrow()
    expect(name).toMatchObject({ kind: 'primary', script: 'Cyrl', folded: 'ina vydumanaia' })
    const onName = await desk.register.db.selectFrom('evidence').where('record_table', '=', 'detainee_name').selectAll().execute()
    expect(onName).toMatchObject([{ record_id: name.id, field: 'text', quote: 'among them Ina Vydumanaya, now in Riga' }])
  })

  test('keeps what was typed as it was typed, and opens again from it', async () => {
    const desk = await openDesk()
    const { author } = await staff(desk)
    const typed = aRelease({ title: '  Spaces  around ', date: 'about June 2024', summary: '' })
    const { body } = await propose(author, typed)
    expect((await author.get(`/proposals/${body.id}`)).body.body).toEqual(typed)
  })

  test('names each field that leads nowhere, and writes nothing', async () => {
    const desk = await openDesk()
    const { author } = await staff(desk)
    const base = aRelease()
    const answer = await author.post(
      '/proposals',
      aProposal({
        ...base,
        sources: [...base.sources, { key: 's2', id: 77 }],
        people: [{ id: 5, detaineeId: 404 }],
        links: [{ sanctionsActionId: 9, relation: 'coincides_with' }],
        evidence: { ...base.evidence, date: [{ id: 3, source: 's1' }] },
      }),
    )
    expect(answer.status).toBe(400)
    expect(answer.body.error.fields).toEqual({
      'body.sources.1.id': 'There is no source SRC-77. Choose another.',
      'body.people.0.detaineeId': 'There is no person D-404. Choose another.',
      'body.people.0.id': 'This is not a row of this release event. Leave its id out.',
      'body.links.0.sanctionsActionId': 'There is no sanctions action S-9. Choose another.',
      'body.evidence.date.0.id': 'This is not evidence of this release event. Leave its id out.',
    })
    expect(await desk.register.db.selectFrom('proposal').selectAll().execute()).toEqual([])
  })
})

describe('a correction', () => {
  test('keeps every id, and its history says only what changed', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const id = await enter(author, reviewer)
    const write = await author.get(`/release-events/${id}/write`)
    expect(write.headers.get('etag')).toBe(`"${write.body.version}"`)
    const body = write.body.body
    body.counts[1].best = 6
    body.date = '2 March 2024'
    const corrected = await propose(author, body, { recordId: id, baseVersion: write.body.version, changeKind: 'correction' })
    expect(corrected.body.changes.map(({ label, before, after }: Record<string, string>) => [label, before, after])).toEqual([
      ['Date', '1 March 2024', '2 March 2024'],
      [
        'Count, Destination: Latvia',
        'Destination: Latvia: exactly 5; a part of the total; used',
        'Destination: Latvia: exactly 6; a part of the total; used',
      ],
    ])
    const approved = await review(reviewer, corrected)
    expect(approved.status).toBe(200)
    expect(approved.body.changes).toEqual(corrected.body.changes)

    const after = (await author.get(`/release-events/${id}/write`)).body.body
    expect(after).toEqual(body)
    const changes = await desk.register.db
      .selectFrom('change')
      .where('changeset_id', '=', (await author.get(`/release-events/${id}/write`)).body.version)
      .where('table_name', '<>', 'changeset')
      .select(['table_name', 'op'])
      .execute()
    expect(changes).toEqual([
      { table_name: 'release_event', op: 'update' },
      { table_name: 'release_count', op: 'update' },
    ])
  })

  test('may hand "used" from one claim to another, and swap people, without breaking what is unique', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const other = { dimension: 'total' as const, cell: 'all', best: 13, state: 'other' as const, evidence: [{ source: 's1', quote: 'or thirteen' }] }
    const base = aRelease()
    const id = await enter(author, reviewer, {
      ...base,
      counts: [...base.counts, other],
      people: [{ newPerson: { name: 'One Invented' } }, { newPerson: { name: 'Two Invented' } }],
    })
    const { version, body } = (await author.get(`/release-events/${id}/write`)).body
    body.counts[0].state = 'other'
    body.counts[2].state = 'used'
    const [first, second] = body.people
    ;[first.detaineeId, second.detaineeId] = [second.detaineeId, first.detaineeId]
    const answer = await review(reviewer, await propose(author, body, { recordId: id, baseVersion: version, changeKind: 'correction' }))
    expect(answer.status).toBe(200)
    expect((await author.get(`/release-events/${id}`)).body.ledger.claimed.best).toBe(13)
  })

  test('of a record that has changed since is refused with both versions, when sent and when approved', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const id = await enter(author, reviewer)
    const { version, body } = (await author.get(`/release-events/${id}/write`)).body
    const onVersion = { recordId: id, baseVersion: version, changeKind: 'correction' }
    const mine = await propose(author, { ...body, title: 'Mine' }, onVersion)
    const theirs = await propose(reviewer, { ...body, title: 'Theirs' }, onVersion).catch((error: unknown) => error)
    expect(theirs).not.toBeInstanceOf(Error)
    expect((await review(reviewer, mine)).status).toBe(200)

    const late = await author.post('/proposals', aProposal({ ...body, title: 'Too late' }, onVersion))
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({ error: { code: 'conflict' }, current: { body: { title: 'Mine' } }, yours: { title: 'Too late' } })

    const waiting = (await reviewer.get('/proposals?state=waiting')).body.data[0]
    const stale = await reviewer.get(`/proposals/${waiting.id}`)
    expect(stale.body.stale).toMatchObject({ body: { title: 'Mine' } })
    const before = await desk.register.db.selectFrom('change').selectAll().execute()
    const refused = await review(reviewer, stale)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ current: { body: { title: 'Mine' } }, yours: { title: 'Theirs' } })
    expect(await desk.register.db.selectFrom('change').selectAll().execute()).toEqual(before)
  })

  test('can take the whole record out, and its history stays', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const id = await enter(author, reviewer)
    const { version, body } = (await author.get(`/release-events/${id}/write`)).body
    const proposed = await propose(author, body, { recordId: id, baseVersion: version, changeKind: 'retraction' })
    expect(proposed.body.changes).toContainEqual(expect.objectContaining({ label: 'Title', after: null }))
    expect((await review(reviewer, proposed)).body).toMatchObject({ state: 'approved', appliedTo: id })
    expect((await author.get(`/release-events/${id}`)).status).toBe(404)
    const history = await author.get(`/history/release_event/${id}`)
    expect(history.body.data.map((entry: { op: string }) => entry.op)).toEqual(['delete', 'insert'])
  })
})

describe('what a reviewer is told', () => {
  test('that the source of a corrected number says another one, until it is said to give the new one', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const [total] = aRelease().counts
    const stated = { source: 's1', quote: 'twelve prisoners walked out', asserts: '12' }
    if (total === undefined) throw new Error('no total')
    const id = await enter(author, reviewer, aRelease({ counts: [{ ...total, evidence: [stated] }] }))
    const { version, body } = (await author.get(`/release-events/${id}/write`)).body
    const base = { recordId: id, baseVersion: version, changeKind: 'correction' }
    body.counts[0].best = 13
    const silent = await propose(author, body, base)
    expect(silent.body.changes).toMatchObject([{ label: 'Count, Total', evidence: [{ otherwise: '12' }] }])
    body.counts[0].evidence[0].asserts = '13'
    const confirmed = await propose(author, body, base)
    expect(confirmed.body.changes[0]).toMatchObject({ label: 'Count, Total', evidence: [{ otherwise: null }] })
  })

  test('what cannot well be so, while the proposal is open, also of a source of the register', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const id = await enter(author, reviewer)
    const { version, body } = (await author.get(`/release-events/${id}/write`)).body
    body.date = '5 March 2024'
    body.counts[0].best = 4
    const proposed = await propose(author, body, { recordId: id, baseVersion: version, changeKind: 'correction' })
    expect(proposed.body.warnings).toEqual([
      expect.stringContaining('The release is dated 5 March 2024, after its source was published: An invented report'),
      'The destinations add up to 5, more than the total of 4.',
    ])
    expect((await review(reviewer, proposed)).body.warnings).toEqual([])
  })
})

describe('the seed in the form', () => {
  test('every event of it can be sent back with a new title, and then nothing else in the register changes; unchanged it is refused', async () => {
    const desk = await openDesk({ seeded: true })
    const { author, reviewer } = await staff(desk)
    const events = await desk.register.db.selectFrom('release_event').select('id').execute()
    expect(events.length).toBeGreaterThan(20)
    for (const { id } of events) {
      const { version, body } = (await author.get(`/release-events/${id}/write`)).body
      const correction = { recordId: id, baseVersion: version, changeKind: 'correction' }
      const refused = await author.post('/proposals', aProposal(body, correction))
      expect([refused.status, refused.body.error.message], `R-${id}`).toEqual([
        400,
        'This changes nothing in the record as it is. Change something, or leave it as it is.',
      ])
      const proposed = await propose(author, { ...body, title: 'A title of a test' }, correction)
      expect(proposed.body.changes, `R-${id}`).toMatchObject([{ label: 'Title', after: 'A title of a test' }])
      expect((await review(reviewer, proposed)).status).toBe(200)
      const { version: after } = (await author.get(`/release-events/${id}/write`)).body
      const written = await desk.register.db.selectFrom('change').where('changeset_id', '=', after).select('table_name').execute()
      expect(written.map((row) => row.table_name).toSorted(), `R-${id}`).toEqual(['changeset', 'release_event'])
    }
  })
})

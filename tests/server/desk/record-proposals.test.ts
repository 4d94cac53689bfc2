import { describe, expect, test } from 'vitest'
import type { Client } from './support/client.ts'
import { anAction } from './support/action.ts'
import { type Desk, openDesk } from './support/open-desk.ts'
import { aPerson } from './support/person.ts'
import { review } from './support/release.ts'

const staff = async (desk: Desk) => ({
  author: await desk.signIn('Ada Author', 'contributor'),
  reviewer: await desk.signIn('Rita Reviewer', 'reviewer'),
})

const proposing = (kind: string, body: unknown, more: object = {}) => ({ kind, changeKind: 'new', reason: 'Reported by the Courier', body, ...more })

const approve = async (author: Client, reviewer: Client, sent: unknown) => {
  const proposed = await author.post('/proposals', sent)
  expect(proposed.body.error ?? null).toBeNull()
  const approved = await review(reviewer, await reviewer.get(`/proposals/${proposed.body.id}`))
  expect(approved.status).toBe(200)
  return { proposed: proposed.body, approved: approved.body, id: approved.body.appliedTo as number }
}

const correction = (kind: string, id: number, version: number, body: unknown, more: object = {}) =>
  proposing(kind, body, { recordId: id, baseVersion: version, changeKind: 'correction', ...more })

describe('a person entered at the desk', () => {
  test('is proposed, read as a difference, approved, and stands in the register with names, detentions and evidence', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const { proposed, approved, id } = await approve(author, reviewer, proposing('detainee', aPerson()))
    expect(proposed.title).toBe('Іна Выдуманая')
    expect(proposed.changes).toContainEqual({
      label: 'Charge, 361-1 (detention: Velmaria (invented))',
      before: null,
      after: '361-1; code of law: Criminal Code',
      evidence: [{ source: 'An invented report', quote: 'under article 361-1', saidBy: null, otherwise: null }],
    })
    expect(approved.changes.map(({ label }: { label: string }) => label)).toContain('Recognition, An invented society')

    const person = (await author.get(`/detainees/${id}`)).body
    expect(person).toMatchObject({
      visibility: 'public',
      birth: { edtf: '1980' },
      status: 'serving_sentence',
      citizenships: ['XV'],
      names: [
        { text: 'Іна Выдуманая', lang: 'be', script: 'Cyrl', kind: 'primary' },
        { text: 'Ina Vydumanaya', lang: 'en', script: 'Latn', kind: 'romanised' },
      ],
      detentions: [{ arrest: { edtf: '2021-06-21' }, charges: [{ article: '361-1' }], sentences: [{ sentenced: { edtf: '2022-03' } }] }],
      recognitions: [{ recognisedBy: 'An invented society' }],
    })
    expect(person.evidence.map(({ quote }: { quote: string | null }) => quote)).toEqual(
      expect.arrayContaining(['Іна Выдуманая, настаўніца', 'on 21 June 2021', 'under article 361-1', 'born in 1980', null]),
    )
    const found = await author.get('/detainees?q=vydumanaya')
    expect(found.body.page.total).toBe(1)
  })

  test('is corrected by writing only what differs, evidence and ids of the rest kept', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const { id } = await approve(author, reviewer, proposing('detainee', aPerson()))
    const { version, body } = (await author.get(`/detainees/${id}/write`)).body
    const [primary, romanised] = body.names
    const corrected = {
      ...body,
      occupation: 'headteacher',
      names: [primary, { ...romanised, text: 'Ina Vydumanaia' }],
      detentions: [{ ...body.detentions[0], end: '2024-05-01', endReason: 'released', charges: [], sentences: body.detentions[0].sentences }],
    }
    const { approved } = await approve(author, reviewer, correction('detainee', id, version, corrected))
    expect(approved.changes.map(({ label, before, after }: Record<string, unknown>) => [label, before, after])).toEqual([
      ['Occupation', 'teacher', 'headteacher'],
      ['Name, Ina Vydumanaia', 'Ina Vydumanaya; kind of name: Romanised; language: English; script: Latn', 'Ina Vydumanaia; kind of name: Romanised; language: English; script: Latn'],
      [
        'Detention, Velmaria (invented)',
        'Velmaria (invented); arrested: 21 June 2021; place of detention: An invented colony',
        'Velmaria (invented); arrested: 21 June 2021; ended: 1 May 2024; how it ended: Released; place of detention: An invented colony',
      ],
      ['Charge, 361-1 (detention: Velmaria (invented))', '361-1; code of law: Criminal Code', null],
    ])
    const written = await desk.register.db
      .selectFrom('change')
      .where('changeset_id', '=', (eb) => eb.selectFrom('changeset').select((max) => max.fn.max('id').as('id')))
      .where('table_name', '<>', 'changeset')
      .select(['table_name', 'op'])
      .orderBy('id')
      .execute()
    expect(written.map(({ table_name: table, op }) => `${op} ${table}`).toSorted()).toEqual([
      'delete charge',
      'delete evidence',
      'update detainee',
      'update detainee_name',
      'update detention',
    ])
    const again = (await author.get(`/detainees/${id}/write`)).body
    expect(again.version).toBeGreaterThan(version)
    expect(again.body.names.map((name: { id: number }) => name.id)).toEqual([primary.id, romanised.id])
  })

  test('may have the spellings of two names exchanged', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const { id } = await approve(author, reviewer, proposing('detainee', aPerson()))
    const { version, body } = (await author.get(`/detainees/${id}/write`)).body
    const [first, second] = body.names
    const swapped = { ...body, names: [{ ...first, text: second.text, script: null }, { ...second, text: first.text, script: null }] }
    await approve(author, reviewer, correction('detainee', id, version, swapped))
    const { names } = (await author.get(`/detainees/${id}/write`)).body.body
    expect(names.map(({ text, kind, script }: Record<string, unknown>) => [text, kind, script])).toEqual([
      ['Ina Vydumanaya', 'primary', 'Latn'],
      ['Іна Выдуманая', 'romanised', 'Cyrl'],
    ])
  })

  test('is refused field by field, in words one can act on, and nothing is written', async () => {
    const desk = await openDesk()
    const { author } = await staff(desk)
    const base = aPerson()
    const answer = await author.post(
      '/proposals',
      proposing('detainee', {
        ...base,
        birth: 'long ago',
        names: [{ text: 'Ina', kind: 'romanised' }, { text: 'Ina', kind: 'romanised' }],
        detentions: [{ country: 'XV', charges: [{ article: '' }], evidence: [{ source: 's9' }] }],
      }),
    )
    expect(answer.status).toBe(400)
    expect(answer.body.error.fields).toEqual({
      'body.birth': expect.any(String),
      'body.detentions.0.charges.0.article': 'Type the article as the source gives it, or remove this charge.',
      'body.detentions.0.evidence.0.source': 'Choose one of the sources above.',
      'body.names.0.kind': 'One of the names has to be the one the person goes by: choose "Name" for it.',
      'body.names.1.text': 'This name is in the list already.',
    })
    const foreign = await author.post('/proposals', proposing('detainee', { ...base, sources: [...(base.sources ?? []), { key: 's2', id: 77 }], recognitions: [{ id: 5, recognisedBy: 'X' }] }))
    expect(foreign.body.error.fields).toEqual({
      'body.sources.1.id': 'There is no source SRC-77. Choose another.',
      'body.recognitions.0.id': 'This is not a row of this person. Leave its id out.',
    })
    expect(await desk.register.db.selectFrom('detainee').selectAll().execute()).toEqual([])
  })

  test('tells the reviewer what cannot well be so', async () => {
    const desk = await openDesk()
    const { author } = await staff(desk)
    const { body } = await author.post('/proposals', proposing('detainee', aPerson({ birth: '2030', sources: [], names: [{ text: 'Ina' }], detentions: [], recognitions: [], evidence: { sex: [], birth: [], description: [], occupation: [], status: [], statusAsOf: [] } })))
    expect(body.warnings).toEqual(['No source is named: nobody can check what this rests on.', 'The birth is dated 2030, month not stated, which is still to come.'])
  })

  test('is not taken out while a release event names them; the refusal says what to do', async () => {
    const desk = await openDesk({ seeded: true })
    const { author } = await staff(desk)
    const { version, body } = (await author.get('/detainees/1/write')).body
    const answer = await author.post('/proposals', correction('detainee', 1, version, body, { changeKind: 'retraction' }))
    expect(answer.status).toBe(409)
    expect(answer.body.error.message).toMatch(/^D-1 is in R-\d+.* Take the person out there first/)
  })

  test('who was entered by mistake is taken out, and the history keeps them', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const { id } = await approve(author, reviewer, proposing('detainee', aPerson()))
    const { version, body } = (await author.get(`/detainees/${id}/write`)).body
    await approve(author, reviewer, correction('detainee', id, version, body, { changeKind: 'retraction' }))
    expect((await author.get(`/detainees/${id}`)).status).toBe(404)
    for (const table of ['detainee', 'detainee_name', 'detention', 'charge', 'sentence', 'recognition', 'evidence'] as const) {
      expect(await desk.register.db.selectFrom(table).select('id').execute(), table).toEqual([])
    }
  })

  test('who has changed since is shown as it is now beside what was proposed', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const { id } = await approve(author, reviewer, proposing('detainee', aPerson()))
    const { version, body } = (await author.get(`/detainees/${id}/write`)).body
    await approve(author, reviewer, correction('detainee', id, version, { ...body, occupation: 'headteacher' }))
    const late = await author.post('/proposals', correction('detainee', id, version, { ...body, sex: 'x' }))
    expect(late.status).toBe(409)
  })
})

describe('a sanctions action entered at the desk', () => {
  test('keeps when it ends and what it is tied to, with the words of its source', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const { proposed, id } = await approve(author, reviewer, proposing('sanctions_action', anAction()))
    expect(proposed.title).toBe('European Union: general licence issued (potash)')
    const action = (await author.get(`/sanctions-actions/${id}`)).body
    expect(action).toMatchObject({ expires: { edtf: '2024-09-04' }, conditions: 'As long as nobody is arrested.', instrument: 'Invented order 7' })
    expect(action.evidence).toMatchObject([{ on: { field: 'expires' }, quote: 'until 4 September' }])
  })

  test('is not the same act as itself, nor as one that refers to it', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const first = await approve(author, reviewer, proposing('sanctions_action', anAction()))
    const second = await approve(author, reviewer, proposing('sanctions_action', anAction({ refersTo: first.id })))
    const { version, body } = (await author.get(`/sanctions-actions/${first.id}/write`)).body
    const toItself = await author.post('/proposals', correction('sanctions_action', first.id, version, { ...body, refersTo: first.id }))
    expect(toItself.body.error.fields).toEqual({ 'body.refersTo': 'This is the sanctions action itself. Choose another, or leave it empty.' })
    const inCircle = await author.post('/proposals', correction('sanctions_action', first.id, version, { ...body, refersTo: second.id }))
    expect(inCircle.body.error.fields['body.refersTo']).toMatch(/already says that it is the same act/)
    const out = await author.post('/proposals', correction('sanctions_action', first.id, version, body, { changeKind: 'retraction' }))
    expect(out.body.error.message).toBe(`S-${second.id} says that it is the same act as S-${first.id}. Correct that first.`)
  })
})

describe('a source entered at the desk', () => {
  test('is entered, found to have the address of another, corrected, and kept while a value rests on it', async () => {
    const desk = await openDesk()
    const { author, reviewer } = await staff(desk)
    const described = { title: 'A list', publisher: 'An invented society', url: 'https://example.org/list', published: 'about March 2024', language: 'be' }
    const { id } = await approve(author, reviewer, proposing('source', described))
    const twice = await author.post('/proposals', proposing('source', described))
    expect(twice.body.warnings).toEqual([`SRC-${id} has the same address. A source is entered once.`])
    const copy = await approve(author, reviewer, proposing('source', { title: 'The same list', copyOf: id }))
    const { version, body } = (await author.get(`/sources/${id}/write`)).body
    const circle = await author.post('/proposals', correction('source', id, version, { ...body, copyOf: copy.id }))
    expect(circle.body.error.fields['body.copyOf']).toMatch(/is itself a copy/)
    const { approved } = await approve(author, reviewer, correction('source', id, version, { ...body, author: 'A compiler' }))
    expect(approved.changes).toEqual([{ label: 'Author', before: null, after: 'A compiler', evidence: [] }])

    const person = aPerson({ sources: [{ key: 's1', id }] })
    await approve(author, reviewer, proposing('detainee', person))
    const now = (await author.get(`/sources/${id}/write`)).body
    const out = await author.post('/proposals', correction('source', id, now.version, now.body, { changeKind: 'retraction' }))
    expect(out.status).toBe(409)
    expect(out.body.error.message).toMatch(/^5 values rest on SRC-/)
  })
})

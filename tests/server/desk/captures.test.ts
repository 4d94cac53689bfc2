import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Suggestion } from '#contract/captures.ts'
import { findCountries } from '#server/desk/captures/find-countries.ts'
import { readableText } from '#server/desk/captures/readable-text.ts'
import { openDesk } from './support/open-desk.ts'
import { aProposal, aRelease, enter, review } from './support/release.ts'

const article = `Velmaria freed 52 prisoners on 3 March 2024, among them Ina Vydumanaya.
Nine were taken to Lithuania and forty-three to Latvia; one had been held under article 361-1 for 2,5 years.`

const base64 = (text: string) => Buffer.from(text).toString('base64')
const pasted = (text: string) => ({ mediaType: 'text/plain', content: base64(text), address: 'https://example.org/a' })

test('a text is kept as it came, with its SHA-256, and never twice for one key', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const key = { 'idempotency-key': 'a-key-of-its-own' }
  const kept = await author.post('/captures', pasted(article), key)
  expect(kept.status).toBe(201)
  expect(kept.body).toMatchObject({ text: article, address: 'https://example.org/a', sha256: createHash('sha256').update(article).digest('hex') })
  expect((await author.post('/captures', pasted(article), key)).body.id).toBe(kept.body.id)
  expect((await author.get(`/captures/${kept.body.id}`)).body.text).toBe(article)
  expect((await author.post('/captures', pasted('  \n '))).body.error.fields).toHaveProperty('content')
  expect((await author.post('/captures', { ...pasted(article), mediaType: 'application/pdf' })).status).toBe(400)
})

test('numbers, dates, countries and people of the register are offered, each where it stands', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const reviewer = await desk.signIn('Rita Reviewer', 'reviewer')
  await enter(author, reviewer)
  const kept = await author.post('/captures', pasted(article))
  const { data } = (await author.get(`/captures/${kept.body.id}/suggestions`)).body as { data: Suggestion[] }
  for (const { start, end, words } of data) expect(article.slice(start, end)).toBe(words)
  expect(data.map(({ kind, words, value }) => [kind, words, value])).toEqual([
    ['number', '52', '52'],
    ['date', '3 March 2024', '3 March 2024'],
    ['person', 'Ina Vydumanaya', '1'],
    ['number', 'Nine', '9'],
    ['country', 'Lithuania', 'LT'],
    ['number', 'forty-three', '43'],
    ['country', 'Latvia', 'LV'],
  ])
})

test.each([
  ['у Літву, в Литву, до Литви, do Litwy', ['LT', 'LT', 'LT']],
  ['The US and the United States of old, not us', ['US', 'US']],
  ['В Украину, ва Украіну, в Україні', ['UA', 'UA', 'UA']],
])('countries of %s are found as the languages bend them', (text, codes) => {
  expect(findCountries(text).map(({ value }) => value)).toEqual(codes)
})

test('a page is kept whole and read as its text: nothing hidden, nothing run', () => {
  const page = '<html><head><title>T</title><meta charset="windows-1251"></head><body><script>alert(1)</script><h1>Вызвалены</h1><p>52 чалавекі<br>у&nbsp;Літву</p><style>p{}</style></body></html>'
  expect(readableText(Buffer.from(page), 'text/html')).toBe('Вызвалены\n\n52 чалавекі\nу Літву')
  const cyrillic = Buffer.from([0xc2, 0xee, 0xeb, 0xff])
  expect(readableText(cyrillic, 'text/plain')).toBe('Воля')
  expect(readableText(Buffer.from('\uFEFFone\r\ntwo\0', 'utf16le'), 'text/plain')).toBe('one\ntwo')
})

test('a quote keeps its place in the text it was taken from; words that do not stand there are refused', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const reviewer = await desk.signIn('Rita Reviewer', 'reviewer')
  const capture = (await author.post('/captures', pasted(article))).body.id
  const at = article.indexOf('3 March')
  const body = (quote: string) =>
    aRelease({
      sources: [{ key: 's1', title: 'An invented report', capture }],
      evidence: { title: [], date: [{ source: 's1', quote, at }], country: [], basis: [], summary: [] },
    })
  const wrong = await author.post('/proposals', aProposal(body('4 March 2024')))
  expect(wrong.body.error.fields).toEqual({
    'body.evidence.date.0.quote': 'These words do not stand there in the text. Select them in the text again.',
  })
  const approved = await review(reviewer, await author.post('/proposals', aProposal(body('3 March 2024'))))
  expect(approved.body.state).toBe('approved')
  const { db } = desk.register
  expect(await db.selectFrom('evidence').where('field', '=', 'date').select(['quote', 'quote_start', 'quote_end']).execute()).toEqual([
    { quote: '3 March 2024', quote_start: at, quote_end: at + 12 },
  ])
  const source = await db.selectFrom('source').select('id').executeTakeFirstOrThrow()
  expect(await db.selectFrom('source_capture').select('source_id').execute()).toEqual([{ source_id: source.id }])
})

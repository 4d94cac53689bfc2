import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeEdition } from '#server/editions/make-edition.ts'
import { registerFile } from '#server/register/open.ts'
import { type Desk, openDesk } from './support/open-desk.ts'

const marker = 'Zweihundertneunundneunzig'
const fact = { kind: 'health', text: `Has ${marker}`, evidence: [{ source: 1, quote: `a letter says ${marker}` }] }

const keep = async (desk: Desk) => {
  const author = await desk.signIn('Ada Author', 'contributor')
  const kept = await author.post('/detainees/1/desk-facts', fact)
  expect(kept.status).toBe(201)
  return { author, kept: kept.body as { id: number; version: number } }
}

const eventsOf = (desk: Desk) =>
  desk.register.db.selectFrom('account_event').where('record_table', '=', 'detainee').select(['act', 'record_id', 'detail']).orderBy('id').execute()

describe('a confidential fact', () => {
  test('is kept with its evidence, read by those who work on content, and each reading is in the access log without a word of it', async () => {
    const desk = await openDesk({ seeded: true })
    const { author } = await keep(desk)
    const read = await author.get('/detainees/1/desk-facts')
    expect(read.body.data).toMatchObject([
      { kind: 'health', text: fact.text, evidence: [{ source: 1, quote: fact.evidence[0]?.quote }], version: 1, recordedBy: 'Ada Author', changedAt: null },
    ])
    expect(await eventsOf(desk)).toEqual([{ act: 'read', record_id: 1, detail: 'confidential facts' }])
  })

  test('is not for an administrator or an auditor without another role, nor for someone who is not signed in', async () => {
    const desk = await openDesk({ seeded: true })
    const { kept } = await keep(desk)
    const admin = await desk.signIn('Adam Admin', 'admin')
    const auditor = await desk.signIn('Aude Auditor', 'auditor')
    for (const client of [admin, auditor, desk.stranger]) {
      const answers = [
        await client.get('/detainees/1/desk-facts'),
        await client.post('/detainees/1/desk-facts', fact),
        await client.put(`/desk-facts/${kept.id}`, fact, { 'if-match': '"1"' }),
        await client.delete(`/desk-facts/${kept.id}`, {}, { 'if-match': '"1"' }),
      ]
      for (const { status, body } of answers) {
        expect([401, 403, 404]).toContain(status)
        expect(JSON.stringify(body)).not.toContain(marker)
      }
    }
    expect(await eventsOf(desk)).toEqual([])
    expect(await desk.register.db.selectFrom('desk_fact').select('id').execute()).toHaveLength(1)
  })

  test('is corrected on the version that was read, and removed for good', async () => {
    const desk = await openDesk({ seeded: true })
    const { author, kept } = await keep(desk)
    const changed = await author.put(`/desk-facts/${kept.id}`, { ...fact, kind: 'other' }, { 'if-match': '"1"' })
    expect(changed.body).toEqual({ id: kept.id, version: 2 })
    const late = await author.put(`/desk-facts/${kept.id}`, fact, { 'if-match': '"1"' })
    expect(late.status).toBe(412)
    expect((await author.delete(`/desk-facts/${kept.id}`, {}, { 'if-match': '"1"' })).status).toBe(412)
    expect((await author.delete(`/desk-facts/${kept.id}`, {}, { 'if-match': '"2"' })).status).toBe(200)
    expect(await desk.register.db.selectFrom('desk_fact').select('id').execute()).toEqual([])
    expect(await desk.register.db.selectFrom('desk_evidence').select('id').execute()).toEqual([])
    expect(await eventsOf(desk)).toMatchObject([{ act: 'redacted', record_id: 1 }])
  })

  test('is in no edition, history, proposal, export or kept answer', async () => {
    const desk = await openDesk({ seeded: true })
    const { author } = await keep(desk)
    const file = join(desk.config.dataDir, 'marked.sqlite')
    await makeEdition(registerFile(desk.config.dataDir), file, { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' })
    const bytes = await readFile(file)
    expect(bytes.includes(Buffer.from(marker, 'utf8')) || bytes.includes(Buffer.from(marker, 'utf16le'))).toBe(false)
    for (const path of ['/detainees/1', '/detainees.csv', '/detainees/1.json', '/detainees/1/write', '/search?q=' + marker, '/history/detainee/1']) {
      expect(JSON.stringify((await author.get(path)).body), path).not.toContain(marker)
    }
    const kept = ['change_value.value', 'proposal.body', 'idempotency_key.answer', 'account_event.detail'].map((column) => {
      const [table = '', name = ''] = column.split('.')
      return desk.register.raw.prepare(`SELECT COUNT(*) AS n FROM ${table} WHERE instr(${name}, ?) > 0`).get(marker)
    })
    expect(kept).toEqual(kept.map(() => ({ n: 0 })))
  })

  test('about nobody, or resting on a source that is not there, is refused', async () => {
    const desk = await openDesk({ seeded: true })
    const author = await desk.signIn('Ada Author', 'contributor')
    expect((await author.post('/detainees/9999/desk-facts', fact)).status).toBe(404)
    const answer = await author.post('/detainees/1/desk-facts', { ...fact, evidence: [{ source: 9999 }] })
    expect(answer.body.error.fields).toEqual({ 'evidence.0.source': 'There is no source SRC-9999. Choose another.' })
  })
})

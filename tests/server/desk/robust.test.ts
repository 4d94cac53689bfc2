import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { array, assert, asyncProperty, boolean } from 'fast-check'
import { expect, test } from 'vitest'
import { registerFile } from '#server/register/open.ts'
import { type Json, oddity, putOddity } from '#tests/support/oddities.ts'
import { openDesk } from './support/open-desk.ts'
import { aProposal, aRelease, propose, review } from './support/release.ts'

/** A body without the numbers and the order of its rows: what it says. */
const saying = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(saying).toSorted().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value).map(([key, child]) => (key === 'id' ? '' : `${key}:${saying(child)}`)).join()}}`
}

test('whatever stands in whichever field, it is taken or refused at that field, and what is taken can be approved', async () => {
  const desk = await openDesk()
  const both = await desk.signIn('Bo Both', 'contributor', 'reviewer')
  const { body: first } = await review(both, await propose(both))
  const statuses = new Map<number, number>()
  await assert(
    asyncProperty(boolean(), array(oddity, { minLength: 1, maxLength: 2 }), async (corrects, changes) => {
      const write = await both.get(`/release-events/${first.appliedTo}/write`)
      const base: Json = corrects ? write.body.body : aRelease()
      const sent = changes.reduce(putOddity, base)
      const on = { recordId: first.appliedTo, baseVersion: write.body.version, changeKind: 'correction' }
      const answer = await both.post('/proposals', aProposal(sent, corrects ? on : {}))
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const approved = answer.status === 201 ? await review(both, answer) : null
      const after = await both.get(`/release-events/${first.appliedTo}/write`)
      const unseen = saying(after.body.body) !== saying(write.body.body) && answer.body.changes.length === 0
      expect([unseen, 'a change that the reviewer was not shown']).toEqual([false, 'a change that the reviewer was not shown'])
      expect([answer.status, approved?.status]).toEqual(answer.status === 201 ? [201, 200] : [400, undefined])
    }),
    { numRuns: 250 },
  )
  expect(statuses.get(201)).toBeGreaterThan(5)
})

test('a write waits while another process holds the register, and is refused when that does not end', async () => {
  const desk = await openDesk()
  const author = await desk.signIn('Ada Author', 'contributor')
  const other = new Database(registerFile(desk.config.dataDir))
  try {
    other.exec('BEGIN IMMEDIATE')
    const waiting = author.post('/proposals', aProposal())
    await setTimeout(250)
    expect((await author.get('/proposals')).status).toBe(200)
    other.exec('COMMIT')
    expect((await waiting).status).toBe(201)

    other.exec('BEGIN IMMEDIATE')
    const refused = await author.post('/proposals', aProposal())
    expect(refused.status).toBe(503)
    other.exec('COMMIT')
    expect((await author.get('/proposals')).body.page.total).toBe(1)
  } finally {
    other.close()
  }
})

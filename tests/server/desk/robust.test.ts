import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { registerFile } from '#server/register/open.ts'
import { openDesk } from './support/open-desk.ts'
import { aProposal, aRelease, propose, review } from './support/release.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Every place in a body that could hold something else. */
const placesIn = (value: Json, path: string[] = []): string[][] => {
  const deeper = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [...(path.length > 0 ? [path] : []), ...deeper.flatMap(([key, child]) => placesIn(child, [...path, key]))]
}

const withAt = (value: Json, [key, ...rest]: readonly string[], put: Json): Json => {
  if (key === undefined) return put
  if (Array.isArray(value)) return value.map((child, index) => (String(index) === key ? withAt(child, rest, put) : child))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [key]: withAt(value[key] ?? null, rest, put) }
}

const odd = fc.oneof(
  fc.constantFrom<Json>(null, '', ' ', '\0', '\ud800', 'a', 'ї', 0, -1, 1e15, 1, 2, 12, true, [], {}),
  fc.constantFrom<Json>('not stated', 'withheld', '2024-02-30', 'about 1 June 2024', '2024/..', '1990s', '2023-21'),
  fc.constantFrom<Json>('all', 'LV', 'XV', 'f', 'sex', 'total', 'nationality', 'range', 'about', 'at_most', 'other', 'rejected'),
  fc.constantFrom<Json>('overlap', 'refused_departure', 'not_stated', 'bus', 'pardon', 'context', 'https://example.org/'),
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.nat({ max: 30 }),
  fc.jsonValue().map((value) => value as Json),
)
const oddities = fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 2 })

test('whatever stands in whichever field, it is taken or refused at that field, and what is taken can be approved', async () => {
  const desk = await openDesk()
  const both = await desk.signIn('Bo Both', 'contributor', 'reviewer')
  const { body: first } = await review(both, await propose(both))
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(fc.boolean(), oddities, async (corrects, changes) => {
      const write = await both.get(`/release-events/${first.appliedTo}/write`)
      const base: Json = corrects ? write.body.body : aRelease()
      const places = placesIn(base)
      const sent = changes.reduce((body, [place, put]) => withAt(body, places[place % places.length] ?? [], put), base)
      const on = { recordId: first.appliedTo, baseVersion: write.body.version, changeKind: 'correction' }
      const answer = await both.post('/proposals', aProposal(sent, corrects ? on : {}))
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const approved = answer.status === 201 ? await review(both, answer) : null
      expect([answer.status, approved?.status]).toEqual(answer.status === 201 ? [201, 200] : [400, undefined])
    }),
    { numRuns: 400 },
  )
  expect(statuses.get(201)).toBeGreaterThan(40)
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

import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { array, assert, asyncProperty, boolean, constantFrom, jsonValue, nat, oneof, record, string } from 'fast-check'
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

const valueAt = (value: Json, [key, ...rest]: readonly string[]): Json => {
  if (key === undefined || typeof value !== 'object' || value === null) return value
  return valueAt((value as Record<string, Json>)[key] ?? null, rest)
}

const oddText = oneof(
  constantFrom('', ' ', '\0', '\ud800', 'a', 'ї', 'not stated', 'withheld', '2024-02-30', 'about 1 June 2024', '2024/..'),
  constantFrom('all', 'LV', 'XV', 'f', 'sex', 'total', 'nationality', 'range', 'about', 'at_most', 'other', 'rejected'),
  constantFrom('overlap', 'refused_departure', 'not_stated', 'bus', 'pardon', 'context', 'https://example.org/', '1990s'),
  string({ unit: 'binary', maxLength: 600 }),
)
const oddNumber = oneof(nat({ max: 30 }), constantFrom(-1, 1.5, 1e15, 10_000_000))
const oddValue = oneof(constantFrom<Json>(null, true, [], {}), jsonValue().map((value) => value as Json))

/** A place by number, and what to put there, mostly of the kind that stands there. */
const oddity = record({ place: nat(), text: oddText, number: oddNumber, value: oddValue, other: nat({ max: 3 }) })

type Oddity = { place: number; text: string; number: number; value: Json; other: number }

const putOddity = (body: Json, { place, text, number, value, other }: Oddity): Json => {
  const places = placesIn(body)
  const at = places[place % places.length] ?? []
  const present = typeof valueAt(body, at)
  if (other > 0 && present === 'string') return withAt(body, at, text)
  return withAt(body, at, other > 0 && present === 'number' ? number : value)
}

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

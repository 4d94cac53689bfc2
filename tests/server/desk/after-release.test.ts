import { expect, test } from 'vitest'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { applyReleaseEvent } from '#server/desk/release-event/apply.ts'
import { findProposedChanges } from '#server/desk/release-event/compare.ts'
import { findEventRows } from '#server/desk/release-event/event-rows.ts'
import { findReleaseEventWrite, writeBodyOf } from '#server/desk/release-event/write-body.ts'
import { seededRegister, write } from '#tests/support/test-register.ts'

const bodyIn = async ({ db }: Opened<Register>, event: number): Promise<ReleaseEventWrite> => {
  const found = await findReleaseEventWrite(db, event)
  if (found === null) throw new Error(`R-${event} is not there`)
  return found.body
}

const afterwards = { restrictions: 'May not leave the city.', onwardCountry: 'IS', onward: 'March 2026' }

test('what came after a release is entered with its quotes, read by the reviewer in words, and adds no destination', async () => {
  const register = await seededRegister()
  const destinations = await register.db.selectFrom('destination').selectAll().execute()
  const body = await bodyIn(register, 1)
  const [person, ...others] = body.people
  const [source] = body.sources
  if (person === undefined || source === undefined) throw new Error('nobody is named')
  const quotes = (['restrictions', 'onwardCountry', 'onward'] as const).map((field) => ({
    id: null, field, source: source.key, quote: `the words for ${field}`, at: null, saidBy: null, asserts: field === 'onward' ? '2026-04' : null,
  }))
  const after = { ...body, people: [{ ...person, ...afterwards, evidence: [...person.evidence, ...quotes] }, ...others] }
  const changes = await findProposedChanges(register.db, 1, after)
  const words = 'still binding: May not leave the city., taken on to Iceland, date March 2026, day not stated'
  expect(changes[0]?.after?.replaceAll(';', ',')).toContain(words)
  expect(changes[0]?.evidence.map(({ otherwise }) => otherwise)).toContain('April 2026, day not stated')
  await write(register, (db, changeset) => applyReleaseEvent(db, changeset, 1, after))
  expect((await bodyIn(register, 1)).people[0]).toMatchObject({ ...afterwards, onward: 'March 2026, day not stated' })
  expect(await findProposedChanges(register.db, 1, await bodyIn(register, 1))).toEqual([])
  expect(await register.db.selectFrom('destination').selectAll().execute()).toEqual(destinations)
})

test('a person in a release as the history kept them before it had these columns is read as nothing stated', async () => {
  const { db } = await seededRegister()
  const rows = await findEventRows(db, 1)
  if (rows === null) throw new Error('R-1 is not there')
  const older = rows.people.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'restrictions' && !column.startsWith('onward'))),
  ) as unknown as typeof rows.people
  expect(writeBodyOf({ ...rows, people: older }, []).people).toEqual(writeBodyOf(rows, []).people)
})

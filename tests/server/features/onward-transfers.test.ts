import { expect, test } from 'vitest'
import { Detainee } from '#contract/detainees.ts'
import { ReleaseEvent } from '#contract/release-events.ts'
import { z } from '#contract/zod.ts'
import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { seededRegister, write } from '#tests/support/test-register.ts'
import { askRegister } from './support/ask.ts'
import { cite, enterSource } from './support/enter-records.ts'

const reader = async (register: Opened<Register>) => (await askRegister(register)).ask

/** Everything that counts or places people, and the events one by one without the transfer itself. */
const numbersOf = async (register: Opened<Register>) => {
  const read = await reader(register)
  const paths = [
    '/stats/overview',
    ...['month', 'destination', 'country', 'basis'].map((by) => `/stats/releases?by=${by}`),
    '/stats/releases?by=year&split=destination',
    '/facets/release-events',
    '/facets/detainees',
    '/destinations',
    '/destinations/LT',
    '/release-events?limit=200',
    '/release-events?destination=IS',
    '/detainees?limit=200',
    '/detainees?destination=IS',
  ]
  const events = await register.db.selectFrom('release_event').select('id').orderBy('id').execute()
  const numbers = new Map<string, unknown>()
  for (const path of paths) numbers.set(path, await read(z.unknown(), path))
  for (const { id } of events) {
    const { ledger, counts } = await read(ReleaseEvent, `/release-events/${id}`)
    numbers.set(`R-${id}`, { ledger, counts })
  }
  return numbers
}

const takeOn = (register: Opened<Register>) =>
  write(register, (db) =>
    db
      .updateTable('release_person')
      .set({ restrictions: 'May not leave the city.', onward_country: 'IS', onward_edtf: '2026-03', onward_earliest: '2026-03-01', onward_latest: '2026-03-31', onward_basis: 'stated' })
      .execute(),
  )

test('an onward transfer of everyone named changes no number, no list and no destination anywhere', async () => {
  const register = await seededRegister()
  const before = await numbersOf(register)
  await takeOn(register)
  expect(await numbersOf(register)).toEqual(before)
})

test('a source that tells of an onward transfer alone names nobody in the release, and is said to speak of it', async () => {
  const register = await seededRegister()
  await takeOn(register)
  const read = await reader(register)
  const source = await enterSource(register)
  const { id, release_event_id: event } = await register.db.selectFrom('release_person').select(['id', 'release_event_id']).orderBy('id').executeTakeFirstOrThrow()
  await cite(register, source, { table: 'release_person', id, field: 'onwardCountry' })
  const alone = await read(ReleaseEvent, `/release-events/${event}?source=SRC-${source}`)
  expect(alone).toMatchObject({ ledger: { named: 0 }, people: [] })
  const events = await read(z.object({ data: z.array(z.object({ id: z.number() })) }), `/release-events?source=SRC-${source}`)
  expect(events.data.map((row) => row.id)).toEqual([event])
})

test('an event and a person tell what came after the release', async () => {
  const register = await seededRegister()
  await takeOn(register)
  const read = await reader(register)
  const said = { restrictions: 'May not leave the city.', onwardCountry: 'IS', onward: { edtf: '2026-03', basis: 'stated' } }
  const { release_event_id: event, detainee_id: person } = await register.db.selectFrom('release_person').selectAll().orderBy('id').executeTakeFirstOrThrow()
  expect((await read(ReleaseEvent, `/release-events/${event}`)).people[0]).toMatchObject(said)
  expect((await read(Detainee, `/detainees/${person}`)).releases[0]).toMatchObject(said)
})

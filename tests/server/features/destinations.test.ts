import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { Destination, listDestinations } from '#contract/destinations.ts'
import { emptyRegister, seededRegister, write } from '../../support/test-register.ts'
import { type Ask, askRegister } from './support/ask.ts'
import { enterEvent, enterPerson } from './support/enter-records.ts'

const list = ({ ask }: Ask) => ask(listDestinations.response, '/destinations')

test('the seed’s destinations have the numbers of its ledger, those who stayed in Belarus among them', async () => {
  const { data, page } = await list(await askRegister(await seededRegister()))
  expect(data.slice(0, 3)).toMatchObject([
    { code: 'BY', name: 'Belarus', reported: { best: 235 }, taken: null, stayed: { lowest: 235, best: 235, highest: 235 }, events: 2, stayedEvents: 2 },
    { code: 'UA', name: 'Ukraine', reported: { lowest: 145, best: 145, highest: 145 } },
    { code: 'LT', name: 'Lithuania', reported: { lowest: 92, best: 92, highest: 93 }, taken: { best: 92 }, stayed: null, stayedEvents: 0 },
  ])
  expect(data.map((row) => row.code)).not.toContain('not_stated')
  expect(page).toEqual({ total: data.length, certain: data.length, possible: 0, undated: 0, next: null })
})

test('a destination known only from a named person is listed without a number', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register)
  await enterPerson(register, { releases: [{ event, destination: 'GE' }] })
  await enterPerson(register, { releases: [{ event, destination: 'GE' }] })
  await enterPerson(register, { releases: [{ event, state: 'refused_departure' }] })
  const { data } = await list(await askRegister(register))
  expect(data).toMatchObject([{ code: 'GE', name: 'Georgia', reported: null, events: 1, named: 2 }])
})

test('a destination’s page has its latest events with what each adds here, and its people by name', async () => {
  const register = await emptyRegister()
  const early = await enterEvent(register, { title: 'Early', date: '2021' })
  const late = await enterEvent(register, { title: 'Late', date: '2024' })
  await write(register, async (db) => {
    await db.insertInto('release_count').values([
      { release_event_id: late, dimension: 'total', cell: 'all', lowest: 10, best: 10, highest: 10 },
      { release_event_id: late, dimension: 'destination', cell: 'LT', lowest: 4, best: 4, highest: 4 },
    ]).execute()
  })
  const zora = await enterPerson(register, { names: [{ text: 'Zora' }], releases: [{ event: early, destination: 'LT', state: 'arrived' }] })
  const nameless = await enterPerson(register, { names: [], releases: [{ event: late, destination: 'LT' }] })
  const abel = await enterPerson(register, {
    names: [{ text: 'Abel' }],
    releases: [
      { event: early, destination: 'LT' },
      { event: late, destination: 'LT' },
    ],
  })
  await enterPerson(register, { releases: [{ event: early, destination: 'PL' }] })
  const { ask } = await askRegister(register)
  const page = await ask(Destination, '/destinations/LT')
  expect(page).toMatchObject({ code: 'LT', reported: { best: 4 }, events: 2, named: 3 })
  expect(page.releaseEvents.map((row) => [row.title, row.reported?.best ?? null, row.total?.best ?? null])).toEqual([
    ['Late', 4, 10],
    ['Early', null, null],
  ])
  expect(page.people.map((person) => [person.id, person.name, person.releaseEvent.id])).toEqual([
    [abel, 'Abel', early],
    [abel, 'Abel', late],
    [zora, 'Zora', early],
    [nameless, null, late],
  ])
  expect(page.people[2]).toMatchObject({ ref: `D-${zora}`, destinationState: 'arrived' })
})

test('a country nobody was taken to is in no list, and its page says so; what is no country is refused', async () => {
  const register = await emptyRegister()
  await write(register, (db) => db.insertInto('destination').values({ code: 'FR' }).execute())
  const { get } = await askRegister(register)
  expect(((await get('/destinations')).json() as { data: unknown[] }).data).toEqual([])
  const page = await get('/destinations/FR')
  expect(page.json()).toMatchObject({ code: 'FR', reported: null, events: 0, named: 0, people: [], releaseEvents: [] })
  expect((await get('/destinations/DE')).status).toBe(200)
  expect((await get('/destinations/not_stated')).status).toBe(400)
  expect((await get('/destinations?limit=5')).status).toBe(400)
})

test('the export holds every destination with its band and its address', async () => {
  const { get } = await askRegister(await seededRegister())
  const rows = parse((await get('/destinations.csv')).text, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.find((row) => row['code'] === 'LT')).toMatchObject({
    name: 'Lithuania',
    reported: '92',
    reported_lowest: '92',
    reported_highest: '93',
  })
  expect(rows.map((row) => row['url']?.replace(/.*\/destinations/, ''))).toContain('/UA')
})

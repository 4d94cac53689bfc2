import { expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { joinList } from '#contract/common.ts'
import { Detainee, type DetaineeRow, listDetainees } from '#contract/detainees.ts'
import { type Facet, Facets } from '#contract/facets.ts'
import { emptyRegister, write } from '../../support/test-register.ts'
import { type Ask, askRegister } from './support/ask.ts'
import { cite, enterEvent, enterPerson, enterSource } from './support/enter-records.ts'

const list = ({ ask }: Ask, query = '') => ask(listDetainees.response, `/detainees${query}`)
const idsOf = ({ data }: { data: DetaineeRow[] }) => data.map((row) => row.id)
const idsUnder = async (api: Ask, query: string) => idsOf(await list(api, `?sort=id&${query}`))
/** What each of these queries finds, by the query. */
const idsUnderEach = async (api: Ask, queries: readonly string[]) => {
  const found: Record<string, number[]> = {}
  for (const query of queries) found[query] = await idsUnder(api, query)
  return found
}
const facet = async ({ ask }: Ask, name: string, query = ''): Promise<Facet | undefined> =>
  (await ask(Facets, `/facets/detainees${query}`)).facets.find((one) => one.name === name)
const countsOf = (one: Facet | undefined) => Object.fromEntries(one?.values.map(({ value, count }) => [value, count]) ?? [])

test('a person is listed under their primary name in Latin script, with their first arrest and last release', async () => {
  const register = await emptyRegister()
  const [early, late] = [await enterEvent(register, { date: '2021-05' }), await enterEvent(register, { date: '2024-02-03' })]
  const id = await enterPerson(register, {
    names: [
      { text: 'Міра Прыклад', lang: 'be', script: 'Cyrl', kind: 'primary' },
      { text: 'Mira Sample', lang: 'be-Latn', kind: 'primary' },
      { text: 'M. Sample', kind: 'also_known_as' },
    ],
    detentions: [{ arrest: '2023-01' }, { arrest: '2020-08-09' }],
    releases: [
      { event: early, destination: 'LT' },
      { event: late, destination: 'PL' },
    ],
  })
  const { data } = await list(await askRegister(register))
  expect(data).toMatchObject([
    {
      id,
      ref: `D-${id}`,
      name: 'Mira Sample',
      lang: 'be-Latn',
      arrested: { edtf: '2020-08-09' },
      releases: 2,
      lastReleased: { edtf: '2024-02-03' },
      destinations: ['LT', 'PL'],
      certainty: 'certain',
    },
  ])
})

test('one released where they were held is told apart from one taken there by another country', async () => {
  const register = await emptyRegister()
  const [home, abroad] = [await enterEvent(register, { country: 'XV' }), await enterEvent(register, { country: 'BV' })]
  const stayed = await enterPerson(register, { releases: [{ event: home, destination: 'XV' }] })
  const taken = await enterPerson(register, { releases: [{ event: abroad, destination: 'XV' }] })
  const { data } = await list(await askRegister(register), '?sort=id')
  expect(data.map(({ id, destinations, stayedIn }) => ({ id, destinations, stayedIn }))).toEqual([
    { id: stayed, destinations: ['XV'], stayedIn: ['XV'] },
    { id: taken, destinations: ['XV'], stayedIn: [] },
  ])
})

test('one only known to be on the way is told apart from one who is there, and who refused to leave is in no destination', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register)
  await enterPerson(register, { releases: [{ event, destination: 'LT', state: 'en_route' }] })
  await enterPerson(register, { releases: [{ event, destination: 'LT', state: 'arrived' }] })
  await enterPerson(register, { releases: [{ event, state: 'refused_departure' }] })
  const { data } = await list(await askRegister(register), '?sort=id')
  expect(data.map(({ destinations, onTheWayTo, refused }) => ({ destinations, onTheWayTo, refused }))).toEqual([
    { destinations: ['LT'], onTheWayTo: ['LT'], refused: false },
    { destinations: ['LT'], onTheWayTo: [], refused: false },
    { destinations: [], onTheWayTo: [], refused: true },
  ])
})

test('people are sorted by the name they are listed under, those without one last, page after page', async () => {
  const register = await emptyRegister()
  const ids = new Map<string, number>()
  for (const text of ['Čapek Z', 'Abel', 'Zora', 'abel', 'Łukasz']) {
    ids.set(text, await enterPerson(register, { names: [{ text }] }))
  }
  const nameless = await enterPerson(register, { names: [], visibility: 'name_withheld' })
  const api = await askRegister(register)
  const expected = ['Abel', 'abel', 'Čapek Z', 'Łukasz', 'Zora'].map((name) => ids.get(name))
  expect(idsOf(await list(api))).toEqual([...expected, nameless])
  const walked: number[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: Awaited<ReturnType<typeof list>> = await list(api, `?limit=2${next === '' ? '' : `&cursor=${next}`}`)
    walked.push(...idsOf(page))
    next = page.page.next
  }
  expect(walked).toEqual([...expected, nameless])
  expect(idsOf(await list(api, '?sort=-name'))).toEqual([...expected.toReversed(), nameless])
})

test('people are sorted by their surname, wherever it stands in the name', async () => {
  const register = await emptyRegister()
  const ids: number[] = []
  for (const text of ['Alena Babrova', 'Зайцаў Алесь Віктаравіч', 'Andrei Mikhnovich', 'Kalina Hanna']) ids.push(await enterPerson(register, { names: [{ text }] }))
  const [babrova, zaitsau, mikhnovich, kalina] = ids
  const nameless = await enterPerson(register, { names: [], visibility: 'name_withheld' })
  const api = await askRegister(register)
  const first = await list(api, '?sort=surname&limit=2')
  const rest = await list(api, `?sort=surname&limit=3&cursor=${first.page.next ?? ''}`)
  expect([...idsOf(first), ...idsOf(rest)]).toEqual([babrova, kalina, mikhnovich, zaitsau, nameless])
  expect(idsOf(await list(api, '?sort=-surname'))).toEqual([zaitsau, mikhnovich, kalina, babrova, nameless])
})

test('people are sorted by their first arrest, those whose arrest has no date last', async () => {
  const register = await emptyRegister()
  const twice = await enterPerson(register, { detentions: [{ arrest: '2022-05-01' }, { arrest: '2019-03' }] })
  const once = await enterPerson(register, { detentions: [{ arrest: '2020' }] })
  const undated = await enterPerson(register, { detentions: [{}] })
  const never = await enterPerson(register)
  const api = await askRegister(register)
  expect(idsOf(await list(api, '?sort=arrested'))).toEqual([twice, once, undated, never])
  expect(idsOf(await list(api, '?sort=-arrested'))).toEqual([once, twice, never, undated])
})

test('people are sorted by their last release, those never released last', async () => {
  const register = await emptyRegister()
  const [early, late] = [await enterEvent(register, { date: '2020' }), await enterEvent(register, { date: '2024' })]
  const never = await enterPerson(register)
  const once = await enterPerson(register, { releases: [{ event: early }] })
  const twice = await enterPerson(register, { releases: [{ event: early }, { event: late }] })
  const api = await askRegister(register)
  expect(idsOf(await list(api, '?sort=-released'))).toEqual([twice, once, never])
  const first = await list(api, '?sort=released&limit=1')
  const second = await list(api, `?sort=released&limit=1&cursor=${first.page.next ?? ''}`)
  expect([...idsOf(first), ...idsOf(second)]).toEqual([once, twice])
})

test('a person counts as in a range for certain when any of their releases is, else as possible, and undated when none has a date', async () => {
  const register = await emptyRegister()
  const [inside, across, outside, undated] = [
    await enterEvent(register, { date: '2024-05-01' }),
    await enterEvent(register, { date: '2024' }),
    await enterEvent(register, { date: '2019-01-01' }),
    await enterEvent(register),
  ]
  const certain = await enterPerson(register, { releases: [{ event: across }, { event: inside }] })
  const possible = await enterPerson(register, { releases: [{ event: across }, { event: undated }] })
  await enterPerson(register, { releases: [{ event: outside }, { event: undated }] })
  await enterPerson(register, { releases: [{ event: undated }] })
  await enterPerson(register)
  const { data, page } = await list(await askRegister(register), '?sort=id&releasedFrom=2024-03-01&releasedTo=2024-06-30')
  expect(data.map((row) => [row.id, row.certainty])).toEqual([
    [certain, 'certain'],
    [possible, 'possible'],
  ])
  expect(page).toMatchObject({ total: 2, certain: 1, possible: 1, undated: 2 })
})

test('a month of arrest overlaps a range that begins within it, and a marked day is only possible', async () => {
  const register = await emptyRegister()
  const month = await enterPerson(register, { detentions: [{ arrest: '2020-08' }] })
  const marked = await enterPerson(register, { detentions: [{ arrest: '2020-08-20?' }] })
  const day = await enterPerson(register, { detentions: [{ arrest: '2020-08-20' }] })
  await enterPerson(register, { detentions: [{ arrest: '2020-07' }] })
  const { data, page } = await list(await askRegister(register), '?sort=id&arrestedFrom=2020-08-15')
  expect(data.map((row) => [row.id, row.certainty])).toEqual([
    [month, 'possible'],
    [marked, 'possible'],
    [day, 'certain'],
  ])
  expect(page).toMatchObject({ total: 3, certain: 1, possible: 2, undated: 0 })
})

test('with a range for both, both must hold; who is outside one of them is not counted as undated', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { date: '2024-05' })
  const both = await enterPerson(register, { detentions: [{ arrest: '2020' }], releases: [{ event }] })
  await enterPerson(register, { detentions: [{ arrest: '2010' }], releases: [{ event }] })
  await enterPerson(register, { releases: [{ event }] })
  await enterPerson(register, { detentions: [{ arrest: '2010' }] })
  const query = '?sort=id&arrestedFrom=2019-01-01&arrestedTo=2021-12-31&releasedFrom=2024-05-10'
  const { data, page } = await list(await askRegister(register), query)
  expect(data.map((row) => [row.id, row.certainty])).toEqual([[both, 'possible']])
  expect(page).toMatchObject({ total: 1, possible: 1, undated: 1 })
})

test('without a range everybody is listed and counted, and those without any date are said', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { date: '2024' })
  await enterPerson(register, { releases: [{ event }] })
  await enterPerson(register, { detentions: [{ arrest: '2020' }] })
  await enterPerson(register)
  const { data, page } = await list(await askRegister(register), '?sort=id')
  expect(data.map((row) => row.certainty)).toEqual(['certain', 'certain', 'undated'])
  expect(page).toMatchObject({ total: 3, certain: 3, possible: 0, undated: 1 })
})

test('people are found by country of detention or of release, destination, article, occupation, sex and naming', async () => {
  const register = await emptyRegister()
  const [minsk, other] = [await enterEvent(register, { country: 'BY' }), await enterEvent(register, { country: 'XV' })]
  const a = await enterPerson(register, {
    sex: 'f',
    occupation: 'Teacher',
    detentions: [{ country: 'XV', articles: ['361-1', '130'] }],
    releases: [{ event: minsk, destination: 'LT' }],
  })
  const b = await enterPerson(register, { sex: 'm', detentions: [{ articles: ['130'] }], releases: [{ event: other }] })
  const c = await enterPerson(register, { visibility: 'name_withheld', releases: [{ event: minsk, state: 'refused_departure' }] })
  const d = await enterPerson(register, { names: [] })
  const api = await askRegister(register)
  const expected: Record<string, number[]> = {
    'country=XV': [a, b],
    'country=BY': [a, b, c],
    'destination=LT': [a],
    'destination=not_stated': [b],
    'destination=LT,not_stated': [a, b],
    'article=361-1': [a],
    'article=130': [a, b],
    'article=not_stated': [c, d],
    'occupation=Teacher': [a],
    'occupation=not_stated': [b, c, d],
    'occupation=Teacher,not_stated': [a, b, c, d],
    'sex=f,m': [a, b],
    'named=no': [c, d],
    'named=yes': [a, b],
    'status=exiled': [],
    'article=130&destination=not_stated': [b],
  }
  expect(await idsUnderEach(api, Object.keys(expected))).toEqual(expected)
})

test('people are found by the beginnings of words of any of their names', async () => {
  const register = await emptyRegister()
  const mira = await enterPerson(register, {
    names: [{ text: 'Mira Sample' }, { text: 'Міра Прыклад', script: 'Cyrl', kind: 'also_known_as' }],
  })
  await enterPerson(register, { names: [{ text: 'Boris Example' }] })
  const api = await askRegister(register)
  const queries = ['mir', 'sam mi', 'Прыкл'].map((words) => `q=${encodeURIComponent(words)}`)
  expect(await idsUnderEach(api, queries)).toEqual(Object.fromEntries(queries.map((query) => [query, [mira]])))
})

test('under a source only those it speaks of are listed, with the releases it tells of', async () => {
  const register = await emptyRegister()
  const [said, unsaid] = [await enterEvent(register, { date: '2024' }), await enterEvent(register, { date: '2025' })]
  const person = await enterPerson(register, {
    releases: [
      { event: said, destination: 'LT' },
      { event: unsaid, destination: 'PL' },
    ],
  })
  await enterPerson(register)
  const source = await enterSource(register)
  await cite(register, source, { table: 'release_person', id: 1, field: 'releaseEvent' })
  const api = await askRegister(register)
  expect((await list(api, `?source=SRC-${source}`)).data).toMatchObject([
    { id: person, releases: 1, destinations: ['LT'], lastReleased: { edtf: '2024' } },
  ])
  expect(await idsUnder(api, `source=${source}&destination=PL`)).toEqual([])
})

test('who was merged into another is not listed or counted; what hangs on either is the kept one’s', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { date: '2024-05-05', country: 'XV' })
  const kept = await enterPerson(register, { names: [{ text: 'Kept Name' }], releases: [{ event, destination: 'LT' }] })
  const later = await enterEvent(register, { date: '2025-05-05' })
  const merged = await enterPerson(register, {
    merged_into: kept,
    names: [{ text: 'Merged Name' }],
    detentions: [{ country: 'PL', arrest: '2019-03-03', articles: ['342'] }],
    releases: [{ event: later }],
  })
  const api = await askRegister(register)
  const { data, page } = await list(api)
  expect(page.total).toBe(1)
  expect(data).toMatchObject([{ id: kept, name: 'Kept Name', releases: 2, arrested: { edtf: '2019-03-03' } }])
  const queries = ['country=PL', 'article=342', 'arrestedTo=2019-12-31', 'destination=not_stated']
  expect(await idsUnderEach(api, queries)).toEqual(Object.fromEntries(queries.map((query) => [query, [kept]])))
  expect(countsOf(await facet(api, 'country'))).toEqual({ BY: 1, PL: 1, XV: 1 })
  expect(countsOf(await facet(api, 'article'))).toEqual({ '342': 1 })

  const page1 = await api.ask(Detainee, `/detainees/D-${kept}`)
  expect(page1.names.map((name) => name.text)).toEqual(['Kept Name', 'Merged Name'])
  expect(page1.releases.map((release) => release.releaseEvent.id)).toEqual([event, later])
  const page2 = await api.ask(Detainee, `/detainees/${merged}`)
  expect(page2).toMatchObject({ id: merged, mergedInto: kept, detentions: [{ country: 'PL', charges: [{ article: '342' }] }] })
})

test('each facet counts people without its own choice; a single-valued one adds up to its total', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register)
  await enterPerson(register, { sex: 'f', occupation: 'Teacher', releases: [{ event, destination: 'LT' }] })
  await enterPerson(register, { sex: 'f', status: 'exiled', releases: [{ event, destination: 'PL' }] })
  await enterPerson(register, { sex: 'm', occupation: 'Teacher', visibility: 'name_withheld', releases: [{ event }] })
  const api = await askRegister(register)
  expect(await facet(api, 'sex', '?sex=m')).toMatchObject({
    multiple: false,
    total: 3,
    values: [
      { value: 'f', count: 2, chosen: false },
      { value: 'm', count: 1, chosen: true },
    ],
  })
  expect(countsOf(await facet(api, 'destination', '?sex=f'))).toEqual({ LT: 1, PL: 1 })
  expect(countsOf(await facet(api, 'occupation', '?destination=PL,LT'))).toEqual({ Teacher: 1, not_stated: 1 })
  expect(countsOf(await facet(api, 'named'))).toEqual({ yes: 2, no: 1 })
  expect(await facet(api, 'status', '?status=missing&sex=m')).toMatchObject({
    total: 1,
    values: [
      { value: 'released', count: 1, chosen: false },
      { value: 'missing', count: 0, chosen: true },
    ],
  })
  const all = (await api.ask(Facets, '/facets/detainees')).facets
  expect(all.map((one) => one.name)).toEqual(['status', 'destination', 'country', 'sex', 'occupation', 'article', 'named'])
  const single = all.filter((one) => !one.multiple)
  expect(single.map((one) => one.values.reduce((sum, value) => sum + value.count, 0))).toEqual(single.map((one) => one.total))
})

test('a person’s page has their detentions with charges and sentences, recognitions, releases and the evidence for each', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { title: 'A summer release', date: '2024-07' })
  const id = await enterPerson(register, {
    detentions: [{ arrest: '2023' }, { arrest: '2020-08', articles: ['361-1'] }],
    releases: [{ event, destination: 'LT', state: 'arrived' }],
  })
  await write(register, async (db) => {
    await db.insertInto('sentence').values({ detention_id: 2, kind: 'imprisonment', length_text: 'ten years' }).execute()
    await db.insertInto('detainee_citizenship').values({ detainee_id: id, country: 'BY' }).execute()
    await db.insertInto('recognition').values({ detainee_id: id, recognised_by: 'A human rights group' }).execute()
  })
  const source = await enterSource(register)
  await cite(register, source, { table: 'charge', id: 1, field: 'article', quote: 'under article 361-1' })
  const { ask, get } = await askRegister(register)
  expect(await ask(Detainee, `/detainees/D-${id}`)).toMatchObject({
    citizenships: ['BY'],
    mergedInto: null,
    detentions: [
      { arrest: { edtf: '2020-08' }, charges: [{ article: '361-1' }], sentences: [{ lengthText: 'ten years' }] },
      { arrest: { edtf: '2023' }, charges: [], sentences: [] },
    ],
    recognitions: [{ recognisedBy: 'A human rights group' }],
    releases: [{ destination: 'LT', destinationState: 'arrived', releaseEvent: { ref: `R-${event}`, title: 'A summer release' } }],
    evidence: [{ on: { record: 'charge', field: 'article' }, quote: 'under article 361-1', source: { id: source } }],
  })
  expect((await get('/detainees/999')).status).toBe(404)
})

test('an occupation with a comma in it is one value, alone and beside another', async () => {
  const register = await emptyRegister()
  const lawyer = await enterPerson(register, { occupation: 'Lawyer, human rights' })
  const nurse = await enterPerson(register, { occupation: 'Nurse' })
  await enterPerson(register, { occupation: 'Lawyer' })
  const api = await askRegister(register)
  const address = encodeURIComponent(joinList(['Lawyer, human rights', 'Nurse']))
  expect(await idsUnder(api, `occupation=${address}`)).toEqual([lawyer, nurse])
  expect(await idsUnder(api, 'occupation=Lawyer%252C human rights')).toEqual([lawyer])
})

test('the exports hold the whole filtered set, with codes, labels and an address of each person', async () => {
  const register = await emptyRegister()
  for (const text of ['Ada', 'Bea', '=Cea']) await enterPerson(register, { sex: 'f', names: [{ text }] })
  await enterPerson(register, { sex: 'm' })
  const { get } = await askRegister(register)
  const csv = parse((await get('/detainees.csv?sex=f')).text, { bom: true, columns: true }) as Record<string, string>[]
  expect(csv.map((row) => row['name'])).toEqual(['Ada', 'Bea', "'=Cea"])
  expect(csv[0]).toMatchObject({ ref: 'D-1', sex: 'f', sex_label: 'Female', status_label: 'Released' })
  expect(csv[0]?.['url']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/detainees\/1$/)
  const json = (await get('/detainees.json?sex=f')).json() as { data: DetaineeRow[] }
  expect(json.data.map((row) => row.ref)).toEqual(['D-1', 'D-2', 'D-3'])
})

test.each([
  ['releasedFrom=2023-02-30', 'releasedFrom'],
  ['arrestedFrom=2024-01-01&arrestedTo=2023-01-01', 'arrestedTo'],
  ['status=free', 'status'],
  ['destination=Lithuania', 'destination'],
  ['colour=red', 'colour'],
  ['cursor=eyJ4Ijoxf', 'cursor'],
  ['limit=0', 'limit'],
])('%s is refused, and the answer names %s', async (query, field) => {
  const { get } = await askRegister(await emptyRegister())
  const answer = await get(`/detainees?${query}`)
  expect(answer.status).toBe(400)
  expect((answer.json() as { error: { fields: object } }).error.fields).toHaveProperty([field])
})

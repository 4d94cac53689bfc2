import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { Source, listSources } from '#contract/sources.ts'
import { recordTables } from '#server/db/records.ts'
import { emptyRegister, seededRegister, write } from '../../support/test-register.ts'
import { type Ask, askRegister } from './support/ask.ts'
import { cite, enterAction, enterEvent, enterPerson, enterSource } from './support/enter-records.ts'

const list = ({ ask }: Ask, query = '') => ask(listSources.response, `/sources${query}`)
const idsUnder = async (api: Ask, query: string) => (await list(api, `?${query}`)).data.map((row) => row.id)

test('sources are sorted by day of publication, by publisher in any script, or by how much rests on them', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register)
  const ids = [
    await enterSource(register, { published: '2024-01-01', publisher: 'Žurnal' }),
    await enterSource(register, { published: '2025', publisher: 'Agency' }),
    await enterSource(register, { publisher: null }),
  ]
  await cite(register, ids[2] ?? 0, { table: 'release_event', id: event, field: 'title' })
  await cite(register, ids[2] ?? 0, { table: 'release_event', id: event, field: 'country' })
  await cite(register, ids[0] ?? 0, { table: 'release_event', id: event, field: 'title' })
  const api = await askRegister(register)
  const walk = async (sort: string) => {
    const first = await list(api, `?sort=${sort}&limit=2`)
    const second = await list(api, `?sort=${sort}&limit=2&cursor=${first.page.next ?? ''}`)
    const walked = [...first.data, ...second.data].map((row) => row.id)
    expect(await idsUnder(api, `sort=${sort}`)).toEqual(walked)
    return walked.map((id) => ids.indexOf(id))
  }
  expect(await walk('-published')).toEqual([1, 0, 2])
  expect(await walk('published')).toEqual([0, 1, 2])
  expect(await walk('publisher')).toEqual([1, 0, 2])
  expect(await walk('-values')).toEqual([2, 0, 1])
})

test('a source says how many values rest on it, in how many events, and whether its day is known', async () => {
  const register = await emptyRegister()
  const [one, two] = [await enterEvent(register), await enterEvent(register)]
  const dated = await enterSource(register, { published: '2024', title: 'Dated report', publisher: 'A paper' })
  const undated = await enterSource(register, { title: 'Another' })
  for (const [id, field] of [[one, 'title'], [one, 'country'], [two, 'title']] as const) {
    await cite(register, dated, { table: 'release_event', id, field })
  }
  const api = await askRegister(register)
  const { data, page } = await list(api)
  expect(data).toMatchObject([
    { id: dated, ref: `SRC-${dated}`, values: 3, events: 2, certainty: 'certain' },
    { id: undated, values: 0, events: 0, certainty: 'undated' },
  ])
  expect(page).toMatchObject({ total: 2, certain: 2, possible: 0, undated: 1 })
  expect(await idsUnder(api, 'q=pap')).toEqual([dated])
})

test('a source’s page says each value in words, as the record holds it, beside the source’s own words', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { title: 'A winter release', date: '2025-12-13', basis: 'pardon' })
  const person = await enterPerson(register, {
    names: [{ text: 'Mira Sample' }],
    detentions: [{ arrest: '2020-08', articles: ['361-1'] }],
    releases: [{ event, destination: 'LT', state: 'en_route' }],
  })
  const root = await enterAction(register, { target: 'Belavia', linkedTo: [event] })
  const action = await enterAction(register, { refers_to: root, announced: '2025-09-11' })
  await write(register, async (db) => {
    await db.insertInto('release_count').values([
      { release_event_id: event, dimension: 'total', cell: 'all', lowest: 123, best: 123, highest: 123, population: 'prisoners', relation: 'partition', qualifier: 'exact' },
      { release_event_id: event, dimension: 'nationality', cell: 'UA', relation: 'overlap', lowest: 5, best: 5, highest: null, qualifier: 'at_least', population: 'not_stated' },
    ]).execute()
    await db.insertInto('event_note').values({ release_event_id: event, kind: 'outlook', text: 'More may follow.' }).execute()
    await db.insertInto('sentence').values({ detention_id: 1, kind: 'imprisonment' }).execute()
    await db.insertInto('detainee_citizenship').values({ detainee_id: person, country: 'BY' }).execute()
    await db.insertInto('recognition').values({ detainee_id: person, recognised_by: 'A group', recognised_basis: 'not_stated' }).execute()
  })
  const source = await enterSource(register)
  const expected: [table: string, field: string, value: string | null, record: string, id?: number][] = [
    ['release_event', 'date', '13 December 2025', `release_event ${event} A winter release`],
    ['release_event', 'basis', 'Pardon', `release_event ${event} A winter release`],
    ['release_count', 'best', 'Total: 123', `release_event ${event} A winter release`],
    ['release_count', 'population', 'Prisoners', `release_event ${event} A winter release`],
    ['release_count', 'best', 'Nationality, Ukraine: at least 5', `release_event ${event} A winter release`, 2],
    ['release_person', 'releaseEvent', 'A winter release', `release_event ${event} A winter release`],
    ['release_person', 'destination', 'Lithuania, on the way', `release_event ${event} A winter release`],
    ['release_sanction', 'relation', 'Coincides with', `release_event ${event} A winter release`],
    ['event_note', 'text', 'More may follow.', `release_event ${event} A winter release`],
    ['detainee', 'status', 'Released', `detainee ${person} Mira Sample`],
    ['detainee', 'birth', 'not stated', `detainee ${person} Mira Sample`],
    ['detainee_citizenship', 'country', 'Belarus', `detainee ${person} Mira Sample`],
    ['detainee_name', 'text', 'Mira Sample', `detainee ${person} Mira Sample`],
    ['detention', 'arrest', 'August 2020, day not stated', `detainee ${person} Mira Sample`],
    ['charge', 'article', '361-1', `detainee ${person} Mira Sample`],
    ['sentence', 'kind', 'Imprisonment', `detainee ${person} Mira Sample`],
    ['recognition', 'recognisedBy', 'A group', `detainee ${person} Mira Sample`],
    ['sanctions_action', 'announced', '11 September 2025', `sanctions_action ${action} United States: delisting`, action],
    ['sanctions_action', 'refersTo', `S-${root}, United States: delisting (Belavia)`, `sanctions_action ${action} United States: delisting`, action],
    ['destination', 'code', 'Lithuania', 'destination LT Lithuania'],
  ]
  for (const [table, field, , , id = 1] of expected) await cite(register, source, { table, id, field, quote: 'as it says' })
  const { values } = await (await askRegister(register)).ask(Source, `/sources/SRC-${source}`)
  expect(values.map((value) => [value.on.record, value.on.field, value.value, `${value.record.kind} ${value.record.id} ${value.record.title}`])).toEqual(
    expected.map(([table, field, value, record]) => [table, field, value, record]),
  )
  expect(values.every((value) => value.quote === 'as it says')).toBe(true)
  const tables = new Set<string>(values.map((value) => value.on.record))
  expect(recordTables.filter((table) => !tables.has(table))).toEqual(['source', 'evidence'])
})

test('every value of the seed that rests on a source is said in words', async () => {
  const register = await seededRegister()
  const { ask } = await askRegister(register)
  const { data } = await ask(listSources.response, '/sources?limit=200')
  let said = 0
  for (const { id, values: count } of data) {
    const { values } = await ask(Source, `/sources/${id}`)
    expect(values).toHaveLength(count)
    expect(values.filter((value) => value.value === null)).toEqual([])
    said += count
  }
  const { total } = await register.db
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  expect(said).toBe(total)
})

test('more values than a page holds are read page after page, each once', async () => {
  const register = await emptyRegister()
  const source = await enterSource(register)
  const person = await enterPerson(register)
  for (let number = 0; number < 503; number += 1) {
    await cite(register, source, { table: 'detainee', id: person, field: 'status', quote: `Word ${number}` })
  }
  const { ask, get } = await askRegister(register)
  const first = await ask(Source, `/sources/${source}`)
  expect([first.values.length, first.valuesInAll]).toEqual([500, 503])
  const second = await ask(Source, `/sources/${source}?after=${first.next}`)
  expect(second).toMatchObject({ valuesInAll: 503, next: null })
  expect([...first.values, ...second.values].map(({ quote }) => quote)).toEqual(Array.from({ length: 503 }, (_, n) => `Word ${n}`))
  expect((await get(`/sources/${source}?after=page-two`)).status).toBe(400)
})

test('a source’s page names the copies of it, and a copy names its original', async () => {
  const register = await emptyRegister()
  const original = await enterSource(register, { title: 'The report' })
  const copy = await enterSource(register, { title: 'The same, elsewhere', copy_of: original })
  const { ask, get } = await askRegister(register)
  expect((await ask(Source, `/sources/${original}`)).copies).toMatchObject([{ id: copy, copyOf: original }])
  expect(await ask(Source, `/sources/${copy}`)).toMatchObject({ copyOf: original, copies: [] })
  expect((await get('/sources/999')).status).toBe(404)
})

test('the export holds every source with its own address and the one of its page', async () => {
  const register = await emptyRegister()
  await enterSource(register, { url: 'https://example.org/a', published: '2024-05' })
  const { get } = await askRegister(register)
  const rows = parse((await get('/sources.csv')).text, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows).toMatchObject([{ ref: 'SRC-1', source_url: 'https://example.org/a', published_words: 'May 2024, day not stated' }])
  expect(rows[0]?.['url']).toMatch(/\/sources\/1$/)
})

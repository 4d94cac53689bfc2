import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hitGroups } from '#client/components/search/hit-words.ts'
import { ErrorBody, type Page } from '#contract/common.ts'
import { type MarkedText, SearchAnswer } from '#contract/search.ts'
import type { Records } from '#server/db/records.ts'
import { type Opened, openForReading } from '#server/db/sqlite.ts'
import { makeEdition } from '#server/editions/make-edition.ts'
import { openRegister, registerFile } from '#server/register/open.ts'
import { seedRegister } from '#server/register/load-seed.ts'
import { type ReadApi, editionRecords, readApi } from '../../support/read-api.ts'
import { enterPerson } from './support/enter-records.ts'

/*
 * The search box over the seed, as a researcher uses it.
 */

let folder: string
let edition: Opened<Records>
let api: ReadApi

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'habeas-search-'))
  const register = await openRegister(folder)
  await seedRegister(register.db)
  await enterPerson(register, {
    names: [{ text: 'ნინო ტესტაძე', lang: 'ka', script: 'Geor' }],
    occupation: 'Teacher',
  })
  for (const [birth, arrest] of [['1971', '2021-03-05'], ['1990', '2022']] as const) {
    await enterPerson(register, {
      names: [{ text: 'Zmitser Dubasou' }],
      birth_edtf: birth,
      birth_earliest: `${birth}-01-01`,
      birth_latest: `${birth}-12-31`,
      birth_basis: 'stated',
      occupation: birth === '1971' ? 'Welder' : 'Lawyer',
      detentions: [{ arrest }],
    })
  }
  const merged = await enterPerson(register, { names: [{ text: 'Hanna Prykladava' }], occupation: 'Nurse' })
  await enterPerson(register, { names: [{ text: 'Anna Inshaja' }], merged_into: merged })
  const file = join(folder, 'edition.sqlite')
  await makeEdition(registerFile(folder), file, { number: 1, revision: 0, note: 'for a test', publishedAt: '2026-01-01T00:00:00.000Z' })
  await register.close()
  edition = openForReading<Records>(file)
  api = await readApi(editionRecords(edition))
})

afterAll(async () => {
  await api.close()
  await edition.close()
  await rm(folder, { recursive: true, force: true })
})

const search = async (q: string, more: Record<string, string> = {}): Promise<SearchAnswer> => {
  const answer = await api.get(`/search?${new URLSearchParams({ q, ...more }).toString()}`)
  expect(answer.status, `${q}: ${answer.text}`).toBe(200)
  return SearchAnswer.parse(answer.json())
}

const names = ({ people }: SearchAnswer) => people.hits.map((hit) => hit.name)
const marked = (parts: MarkedText) => parts.filter((part) => part.marked).map((part) => part.text)
const whole = (parts: MarkedText) => parts.map((part) => part.text).join('')

describe('a person is the first hit under any spelling of the name', () => {
  test.each([
    ['Ales Bialiatski', 'Алесь Бяляцкі'],
    ['Ales Bialiatski', 'Беляцкий'],
    ['Ales Bialiatski', 'Александр Беляцкий'],
    ['Ales Bialiatski', 'Біляцький Алесь'],
    ['Ales Bialiatski', 'Aleś Bialacki'],
    ['Ales Bialiatski', 'Bialiatski, Ales'],
    ['Ales Bialiatski', 'A. Bialiatski'],
    ['Ales Bialiatski', 'Бяляцкі А. В.'],
    ['Ales Bialiatski', 'Alеs Biаliatski'],
    ['Ales Bialiatski', 'Bialiatksi'],
    ['Ales Bialiatski', 'Bialiatki'],
    ['Ales Bialiatski', 'Belyatsky'],
    ['Ales Bialiatski', 'bial'],
    ['Ales Bialiatski', 'Александр Викторвоич Беляцкий'],
    ['Ales Bialiatski', 'Alaxandr Bialiatski'],
    ['Maria Kolesnikova', 'Марыя Калеснікава'],
    ['Maria Kolesnikova', 'Колесникова Мария'],
    ['Maria Kolesnikova', 'Марія Колеснікова'],
    ['Maria Kolesnikova', 'Maryja Kalesnikava'],
    ['Maria Kolesnikova', 'Колесинкова'],
    ['Siarhei Tsikhanouski', 'Сергей Тихановский'],
    ['Siarhei Tsikhanouski', 'Сяргей Ціханоўскі'],
    ['Siarhei Tsikhanouski', 'Сергій Тихановський'],
    ['Siarhei Tsikhanouski', 'Siarhiej Cichanoŭski'],
    ['Siarhei Tsikhanouski', 'Tikhanovsky Sergei'],
    ['Mikola Statkevich', 'Николай Статкевич'],
    ['Mikola Statkevich', 'Мікола Статкевіч'],
    ['Mikola Statkevich', 'Mikałaj Statkievič'],
    ['Uladzimir Labkovich', 'Владимир Лабкович'],
    ['Uladzimir Labkovich', 'Volodymyr Labkovych'],
    ['Maryna Zolatava', 'Марина Золотова'],
    ['Ihar Losik', 'Игорь Лосик'],
    ['Maksim Znak', 'Знак Максім'],
    ['Valiantsin Stefanovic', 'Валентин Стефанович'],
    ['ნინო ტესტაძე', 'nino testa'],
    ['ნინო ტესტაძე', 'ნინო'],
  ])('%s by %s', async (name, q) => {
    const answer = await search(q)
    expect(names(answer)[0]).toBe(name)
    expect(answer.people.hits[0]?.why).not.toBe('')
  })
})

test('a hit says why it was found, and marks the words of the name', async () => {
  const { people } = await search('Беляцкий')
  expect(people.hits[0]).toMatchObject({ why: 'Беляцкий ~ Ales Bialiatski: Russian spelling', snippet: { field: 'name' } })
  expect(marked(people.hits[0]?.snippet.parts ?? [])).toEqual(['Bialiatski'])
})

test('a name half typed in another script is said to begin so, not to be similar', async () => {
  const { people } = await search('Беляц')
  expect(people.hits[0]?.why).toBe('Беляц ~ Ales Bialiatski: words of the name begin so, Cyrillic spelling')
  const similar = await search('Бялянцкий')
  expect(similar.people.hits[0]?.why).toContain('similar')
})

test('texts are found by another spelling of a name in them, which is marked and said', async () => {
  for (const q of ['Беляцкий', 'Бяляцкі', 'Bialacki', 'беляцкий алесь']) {
    const { releaseEvents, sources } = await search(q)
    expect(releaseEvents.hits.map(({ ref }) => ref), q).toContain('R-1')
    expect(sources.hits[0], q).toMatchObject({ ref: 'SRC-1' })
    expect(marked(sources.hits[0]?.snippet.parts ?? []), q).toContain('Bialiatski')
  }
  expect((await search('Беляцкий')).sources.hits[0]?.why).toBe('In the title, in another spelling')
  expect((await search('Bialiatski')).sources.hits[0]?.why).toBe('In the title')
  expect((await search('Беляцкий', { exact: 'yes' })).sources.total).toBe(0)
})

test('the exact and the fuller match come before those that only resemble it', async () => {
  const bare = await search('Maria')
  expect(bare.people.total).toBeGreaterThan(1)
  expect(names(await search('Maria Rabkova'))[0]).toBe('Maria Rabkova')
  expect(names(await search('Maria Kolesnikova'))[0]).toBe('Maria Kolesnikova')
})

test('two people of one name are told apart by birth, arrest and occupation', async () => {
  const { people } = await search('Дмитрий Дубасов')
  expect(people.hits.map(({ name, birth, arrested, occupation }) => [name, birth.edtf, arrested.edtf, occupation])).toEqual([
    ['Zmitser Dubasou', '1971', '2021-03-05', 'Welder'],
    ['Zmitser Dubasou', '1990', '2022', 'Lawyer'],
  ])
})

test.each([
  ['D-1', 'people'],
  ['r-1', 'releaseEvents'],
  [' S-4 ', 'sanctionsActions'],
  ['SRC-3', 'sources'],
] as const)('a record is the first hit by its number: %s', async (q, kind) => {
  for (const exact of ['no', 'yes']) {
    const answer = await search(q, { exact, limit: '3' })
    expect(answer[kind].hits[0]).toMatchObject({ ref: q.trim().toUpperCase(), why: 'Its number' })
    expect(hitGroups(answer)[0]?.hits[0]?.ref).toBe(q.trim().toUpperCase())
    const refs = answer[kind].hits.map(({ ref }) => ref)
    expect(refs).toEqual([...new Set(refs)])
  }
})

test('a number that no record has finds nothing, and what only looks like one is searched as words', async () => {
  for (const q of ['D-999999', 'R-0', 'S-999999999999999']) {
    const { people, releaseEvents, sanctionsActions, sources } = await search(q)
    for (const hit of [...people.hits, ...releaseEvents.hits, ...sanctionsActions.hits, ...sources.hits]) {
      expect(hit.why, q).not.toBe('Its number')
    }
  }
})

test('the number of a record merged into another finds the person who was kept, and says so', async () => {
  const [kept] = (await search('Prykladava')).people.hits
  const { people } = await search(`D-${(kept?.id ?? 0) + 1}`)
  expect(people).toMatchObject({ total: 1, hits: [{ ref: kept?.ref, why: 'The number of a record merged into this one' }] })
})

test('the name of a record merged into another finds the person who was kept, once', async () => {
  const { people } = await search('Inshaja')
  expect(people.hits).toMatchObject([{ name: 'Hanna Prykladava', snippet: { field: 'name' } }])
  expect(whole(people.hits[0]?.snippet.parts ?? [])).toBe('Anna Inshaja')
  const listed = await api.get('/detainees?q=inshaja')
  expect(listed.json()).toMatchObject({ data: [{ name: 'Hanna Prykladava' }], page: { total: 1 } })
})

test('exactly as typed finds the letters and no other spelling, apart from capitals', async () => {
  expect(names(await search('bialiatski', { exact: 'yes' }))).toEqual(['Ales Bialiatski'])
  for (const other of ['Беляцкий', 'Bialiatksi', 'Belyatsky', 'Bialiatski Ales', 'iatski']) {
    expect(names(await search(other, { exact: 'yes' })), other).toEqual([])
  }
  expect(names(await search('ნინო', { exact: 'yes' }))).toEqual(['ნინო ტესტაძე'])
})

test('words are found in titles, notes, quotes and addresses, and marked there', async () => {
  const { people, releaseEvents, sources, sanctionsActions } = await search('Nobel')
  expect(people.hits[0]).toMatchObject({ name: 'Ales Bialiatski', why: 'In the description', snippet: { field: 'description' } })
  expect(releaseEvents.hits[0]?.snippet.field).toBe('note')
  for (const hit of [...people.hits, ...releaseEvents.hits, ...sources.hits]) expect(marked(hit.snippet.parts), hit.ref).toEqual(['Nobel'])
  expect(sanctionsActions).toEqual({ total: 0, orMore: false, hits: [] })
  const quoted = await search('longtime human rights activist')
  expect(quoted.releaseEvents.hits).toMatchObject([{ ref: 'R-1', why: 'In a quote', snippet: { field: 'quote' } }])
  expect((await search('kyivindependent')).sources.hits[0]?.snippet.field).toBe('url')
  const licence = await search('general licence')
  expect(licence.sanctionsActions.total).toBe(3)
  expect(licence.sanctionsActions.hits[0]?.snippet.field).toBe('authority')
})

test('a hit whose title has the words comes before one that has them further in', async () => {
  const { sanctionsActions } = await search('potash')
  const inTitle = sanctionsActions.hits.map((hit) => hit.title.toLowerCase().includes('potash') || hit.snippet.field === 'commodity')
  expect(inTitle).toEqual(inTitle.toSorted((a, b) => Number(b) - Number(a)))
  expect(sanctionsActions.total).toBeGreaterThan(1)
})

test('the total is of all that match, however few are asked for', async () => {
  const all = await search('belarus', { limit: '50' })
  const one = await search('belarus', { limit: '1' })
  expect(one.releaseEvents.hits).toHaveLength(1)
  expect(one.releaseEvents.total).toBe(all.releaseEvents.total)
  expect(all.releaseEvents.hits).toHaveLength(all.releaseEvents.total)
})

test('whoever the list finds by words, the search finds too', async () => {
  for (const q of ['ma', 'a', 'al', 'mar', 'ihar', 'politician', 'rights', 'ka']) {
    const list = (await api.get(`/detainees?q=${q}&limit=200`)).json() as { data: { id: number }[]; page: Page }
    const found = await search(q, { limit: '50' })
    const ids = new Set(found.people.hits.map((hit) => hit.id))
    expect(list.data.filter((row) => !ids.has(row.id)), q).toEqual([])
  }
})

describe('odd input is answered, never with a fault', () => {
  test.each([
    ['10,000 letters', `q=${'a'.repeat(10_000)}`, 'q'],
    ['nothing', 'q=', 'q'],
    ['no question', '', 'q'],
    ['spaces', 'q=%20%20', 'q'],
    ['a limit of 51', 'q=a&limit=51', 'limit'],
    ['another word for exact', 'q=a&exact=true', 'exact'],
    ['an unknown parameter', 'q=a&colour=red', 'colour'],
  ])('%s is refused by name', async (_what, query, field) => {
    const answer = await api.get(`/search?${query}`)
    expect(answer.status).toBe(400)
    expect(Object.keys(ErrorBody.parse(answer.json()).error.fields ?? {})).toContain(field)
  })

  test.each([
    '\0',
    'a\0b',
    '🕊️🕊️',
    '"*:^',
    '" OR 1=1 --',
    'folded : "a" OR name_key : *',
    'NEAR(a b)',
    'a AND NOT b',
    '-',
    "'’`",
    '%',
    '_',
    '№ 5',
    '\uD800',
    '日本語の名前',
    '﷽'.repeat(150),
    'щ'.repeat(200),
    `${'a '.repeat(99)}a`,
    'А. А. А. А.',
    '\u202Eabc',
    'é́́́́',
    '[a-z]+(',
  ])('%j', async (q) => {
    for (const exact of ['yes', 'no']) {
      expect((await api.get(`/search?${new URLSearchParams({ q, exact }).toString()}`)).status).toBe(200)
    }
  })
})

import { expect, test } from 'vitest'
import { Citation } from '#contract/cite.ts'
import { openDesk } from '../desk/support/open-desk.ts'
import { openPublic, until } from './support/open-public.ts'

/*
 * A link lists the events of its citation, and anyone can write another list into it. A title that
 * comes with an address and a hash says nothing of an event that its edition does not say.
 */

const openCited = async () => {
  const desk = await openDesk({ seeded: true })
  const publisher = await desk.signIn('Pia Publisher', 'publisher')
  expect((await publisher.post('/publish', { note: 'The first edition' })).status).toBe(201)
  const { get } = await openPublic(desk)
  const cite = (path: string) => get(`/api/cite?path=${encodeURIComponent(path)}`)
  const cited = async (path: string): Promise<Citation> => {
    const answer = await cite(path)
    expect(answer.status, answer.text).toBe(200)
    return Citation.parse(JSON.parse(answer.text))
  }
  const idsOf = async (query: string): Promise<number[]> => {
    const { data } = JSON.parse((await get(`/api/editions/1/release-events?limit=200&${query}`)).text) as { data: { id: number }[] }
    return data.map(({ id }) => id).toSorted((a, b) => a - b)
  }
  return { publisher, get, cite, cited, idsOf }
}

test('events that a filter does not find are not cited under it, on any page, and the refusal names them', async () => {
  const { cite, idsOf } = await openCited()
  const taken = await idsOf('destination=LT')
  const others = (await idsOf('')).filter((id) => !taken.includes(id))
  const [stray = 0] = others
  expect(others.length).toBeGreaterThan(2)
  for (const page of ['/release-events', '/', '/analysis', '/api/stats/releases']) {
    for (const query of ['destination=NO&named=no&pinned=1,2,3', `destination=LT&pinned=${[...taken, stray].join(',')}`]) {
      const answer = await cite(`${page}?${query}`)
      expect(answer.status, `${page} ${query} ${answer.text}`).toBe(400)
      expect(answer.text).toContain('pinned lists R-')
      expect(answer.text).toContain('Leave pinned out')
    }
  }
  expect((await cite(`/release-events?destination=LT&pinned=${stray}`)).text).toContain(`R-${stray},`)
})

test('a citation opened and cited again says what it said; a part of its events is said to be listed', async () => {
  const { cited, idsOf } = await openCited()
  for (const view of ['/release-events?destination=LT', '/?destination=LT&country=BY', '/release-events?named=no&from=2024-01-01']) {
    const first = await cited(view)
    expect(await cited(first.path)).toMatchObject({ title: first.title, path: first.path, records: first.records, sha256: first.sha256 })
  }
  const [one = 0] = await idsOf('destination=LT')
  expect((await cited(`/release-events?destination=LT&pinned=${one}`)).title).toBe('1 release event, taken to Lithuania, listed by number')
  expect((await cited(`/release-events?pinned=${one}`)).title).toBe('1 release event, listed by number')
  expect((await cited('/search?found=D-1,R-1')).title).toBe('2 records, listed by number')
})

test('in an edition that someone was taken out of, a list its records do not bear out is told as a list alone', async () => {
  const { publisher, get, cited, idsOf } = await openCited()
  const first = await cited('/release-events?destination=LT')
  const etag = (await publisher.get('/detainees/1/visibility')).headers.get('etag') ?? ''
  const answer = await publisher.post('/detainees/1/visibility', { visibility: 'name_withheld', reason: 'At risk' }, { 'if-match': etag })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  await until(async () => (await get('/api/about')).text.includes('"label":"1.1"'))
  const taken = await idsOf('destination=NO')
  const strays = (await idsOf('')).filter((id) => !taken.includes(id)).slice(0, 3)
  const written = await cited(`/release-events?destination=NO&named=no&pinned=${strays.join(',')}`)
  expect(written.title).toBe('3 release events, listed by number; numbers: taken to Norway')
  const again = await cited(first.path)
  expect(again).toMatchObject({ records: first.records, sha256: first.sha256, path: first.path })
})

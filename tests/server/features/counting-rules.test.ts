import { expect, test } from 'vitest'
import { Pivot } from '#contract/pivot.ts'
import { PeopleStats } from '#contract/stats-people.ts'
import { Links } from '#contract/stats-links.ts'
import { Cumulative } from '#contract/stats-series.ts'
import { Overview, ReleaseStats } from '#contract/stats.ts'
import { emptyRegister } from '../../support/test-register.ts'
import { askRegister } from './support/ask.ts'
import { enterAction, enterClaim, enterEvent, enterPerson } from './support/enter-records.ts'

/*
 * Three releases in Belarus, small enough to count by hand.
 *
 *   March: 10 March 2024. Used claim 20, another claim 22. Lithuania 12, stayed in Belarus 5,
 *          which leaves 3 without a destination.
 *   June:  June 2024, day not stated. No total; Lithuania 4.
 *   Undated: at least 10.
 *
 *   Ada   March, arrived in Lithuania; released, as of that day.         At liberty: yes
 *   Ben   March, stayed; home confinement as of 1 April 2024.            no
 *   Cid   March, nothing else known.                                     not stated
 *   Dan   March, refused to leave; released again in June, so held       no
 *         again in between. June, arrived in Lithuania.                  yes
 *   Eva   June, arrived in Lithuania; arrested again 5 November 2024.    no (yes until October)
 *   Fay   in the undated release; released, as of 2025.                  not stated
 */
const threeReleases = async () => {
  const register = await emptyRegister()
  const march = await enterEvent(register, { title: 'March', date: '2024-03-10' })
  const june = await enterEvent(register, { title: 'June', date: '2024-06' })
  const undated = await enterEvent(register, { title: 'Undated' })
  const partOf = (release_event_id: number, cell: string, best: number) =>
    enterClaim(register, { release_event_id, dimension: 'destination', cell, best })
  await enterClaim(register, { release_event_id: march, best: 20, population: 'political_prisoners' })
  await enterClaim(register, { release_event_id: march, best: 22, state: 'other' })
  await partOf(march, 'LT', 12)
  await partOf(march, 'BY', 5)
  await partOf(june, 'LT', 4)
  await enterClaim(register, { release_event_id: undated, best: 10, highest: null, qualifier: 'at_least' })

  const arrived = { destination: 'LT', state: 'arrived' }
  await enterPerson(register, {
    sex: 'f',
    asOf: '2024-03-10',
    detentions: [{ arrest: '2024-01-10', articles: ['361-1', '130'] }],
    releases: [{ event: march, ...arrived }],
  })
  await enterPerson(register, {
    sex: 'm',
    status: 'home_confinement',
    asOf: '2024-04-01',
    detentions: [{ arrest: '2023-03', articles: ['361-1'] }],
    releases: [{ event: march, destination: 'BY', state: 'remained' }],
  })
  await enterPerson(register, { sex: 'm', status: 'unknown', releases: [{ event: march }] })
  await enterPerson(register, {
    sex: 'm',
    releases: [
      { event: march, state: 'refused_departure' },
      { event: june, ...arrived },
    ],
  })
  await enterPerson(register, {
    sex: 'f',
    status: 'unknown',
    detentions: [{ arrest: '2022-06-01' }, { arrest: '2024-11-05' }],
    releases: [{ event: june, ...arrived }],
  })
  await enterPerson(register, { sex: 'f', asOf: '2025', releases: [{ event: undated }] })
  return { register, march, june, api: await askRegister(register) }
}

test('four rules count the same three releases, and each gives the number worked out by hand', async () => {
  const { api } = await threeReleases()
  const total = async (rule: string) => (await api.ask(ReleaseStats, `/stats/releases?by=year&rule=${rule}`)).total
  // 20 + 4 + 10 = 34; the highest claims are 22 + 4 + 10, and nobody says there were no more.
  expect(await total('as_reported')).toEqual({
    events: 3,
    reported: { lowest: 34, best: 34, highest: 36, openLow: false, openHigh: true },
    people: null,
  })
  // March: Ada, Ben, Cid, Dan. June: Dan, Eva. Undated: Fay. Seven releases of six people.
  expect(await total('named')).toEqual({
    events: 3,
    reported: { lowest: 7, best: 7, highest: 7, openLow: false, openHigh: false },
    people: { lowest: 6, highest: 6 },
  })
  // Surely: Ada, and Dan in June. Perhaps: Cid and Fay too.
  expect(await total('at_liberty')).toEqual({
    events: 3,
    reported: { lowest: 2, best: 2, highest: 4, openLow: false, openHigh: false },
    people: { lowest: 2, highest: 4 },
  })
  // Lithuania 12 and 4. The 5 who stayed, the 3 without a destination and the undated 10 are not in it.
  expect(await total('taken_abroad')).toEqual({
    events: 3,
    reported: { lowest: 16, best: 16, highest: 16, openLow: false, openHigh: false },
    people: null,
  })
})

test('at liberty is asked of the period: an arrest after its end does not count against it', async () => {
  const { api } = await threeReleases()
  const { total, undated } = await api.ask(ReleaseStats, '/stats/releases?by=year&rule=at_liberty&to=2024-10-31')
  // Ada, Dan and Eva; perhaps Cid. Fay's release has no date and stands beside.
  expect(total.people).toEqual({ lowest: 3, highest: 4 })
  expect(undated).toMatchObject({ events: 1, people: { lowest: 0, highest: 1 } })
})

test('named people by destination make all releases, those who refused to leave among them', async () => {
  const { api } = await threeReleases()
  const { cells } = await api.ask(ReleaseStats, '/stats/releases?by=destination&rule=named')
  expect(Object.fromEntries(cells.map(({ key, events, reported }) => [key, [events, reported.best]]))).toEqual({
    BY: [1, 1],
    LT: [2, 3],
    not_stated: [2, 2],
    refused_departure: [1, 1],
  })
})

test('someone entered twice in one event and merged counts once, where a source says they went', async () => {
  const { register, api, march } = await threeReleases()
  const kept = await enterPerson(register, { releases: [{ event: march }] })
  await enterPerson(register, { merged_into: kept, releases: [{ event: march, destination: 'PL' }] })
  const { cells, total } = await api.ask(ReleaseStats, '/stats/releases?by=destination&rule=named')
  expect(total).toMatchObject({ reported: { best: 8 }, people: { lowest: 7 } })
  expect(cells.map(({ key, reported }) => [key, reported.best])).toContainEqual(['PL', 1])
  expect(cells.reduce((sum, { reported }) => sum + reported.best, 0)).toBe(8)
})

test('the same person released twice is one person in the line over time and two releases', async () => {
  const { api } = await threeReleases()
  const { points, notDated } = await api.ask(Cumulative, '/stats/cumulative?by=month&rule=named')
  expect(points.map(({ key, reported, people }) => [key, reported.best, people?.lowest])).toEqual([
    ['2024-03', 4, 4],
    ['2024-06', 6, 5],
  ])
  expect(notDated.reported.best).toBe(1)
})

test('the median days in detention lie between those of the shortest and of the longest times', async () => {
  const { api } = await threeReleases()
  const { total, rows, columns } = await api.ask(Pivot, '/stats/pivot?by=sex&measure=median_days_detained')
  // Ada 60 days. Ben 345 to 375: arrested on some day of March 2023. Eva 731 to 760: released on
  // some day of June 2024, held since 1 June 2022. Four releases have no arrest on record.
  expect(total).toEqual({ events: 3, median_lowest: 345, median_highest: 375, of: 3, not_known: 4 })
  const women = rows.find(([sex]) => sex === 'f') ?? []
  expect(Object.fromEntries(columns.map((name, place) => [name, women[place]]))).toMatchObject({
    median_lowest: (60 + 731) / 2,
    median_highest: (60 + 760) / 2,
    of: 2,
    not_known: 1,
  })
})

test('a release that may belong to two spans of detention stands in both, surely in neither', async () => {
  const { api } = await threeReleases()
  const { cells } = await api.ask(PeopleStats, '/stats/people?by=time_detained')
  expect(Object.fromEntries(cells.filter(({ releases }) => releases.highest !== 0).map(({ key, releases }) => [key, releases]))).toEqual({
    '1_to_6_months': { lowest: 1, highest: 1 },
    '6_to_12_months': { lowest: 0, highest: 1 },
    '1_to_2_years': { lowest: 0, highest: 1 },
    '2_to_5_years': { lowest: 1, highest: 1 },
    not_stated: { lowest: 4, highest: 4 },
  })
})

test('someone charged under two articles stands under both, and the total counts them once', async () => {
  const { api } = await threeReleases()
  const { cells, total, multiple } = await api.ask(PeopleStats, '/stats/people?by=article')
  expect(multiple).toBe(true)
  expect(Object.fromEntries(cells.map(({ key, people }) => [key, people.lowest]))).toEqual({ '361-1': 2, '130': 1, not_stated: 4 })
  expect(total.people.lowest).toBe(6)
})

test('an event counts whom its total counts, and can be chosen by it or by whether anyone is named', async () => {
  const { api, register } = await threeReleases()
  await enterEvent(register, { title: 'Nobody named' })
  const events = async (query: string) => (await api.ask(Overview, `/stats/overview?${query}`)).releases.events
  expect(await events('population=political_prisoners')).toBe(1)
  expect(await events('population=not_stated')).toBe(3)
  expect(await events('named=no')).toBe(1)
  expect(await events('named=yes')).toBe(3)
  expect(await events('named=yes,no')).toBe(4)
  // Nobody is named as having stayed but in March.
  expect(await events('named=yes&destination=BY')).toBe(1)
})

test('releases and sanctions actions stand on one axis with the days between those a source links', async () => {
  const { api, register, march } = await threeReleases()
  const linked = await enterAction(register, { announced: '2024-03-12', issued: '2024-04', linkedTo: [march] })
  const undated = await enterAction(register, { authority: 'EU' })
  const { releases, actions, links } = await api.ask(Links, '/stats/links')
  expect(releases.dated.map(({ title }) => title)).toEqual(['March', 'June'])
  expect(releases.undated.map(({ title }) => title)).toEqual(['Undated'])
  expect([actions.dated.map(({ id }) => id), actions.undated.map(({ id }) => id)]).toEqual([[linked], [undated]])
  expect(links).toMatchObject([
    {
      releaseEvent: march,
      sanctionsAction: linked,
      relation: 'coincides_with',
      gaps: [
        { to: 'announced', lowest: 2, highest: 2 },
        { to: 'issued', lowest: 22, highest: 51 },
      ],
    },
  ])
})

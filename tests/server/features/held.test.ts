import { expect, test } from 'vitest'
import { Held } from '#contract/stats-held.ts'
import { emptyRegister } from '../../support/test-register.ts'
import { askRegister } from './support/ask.ts'
import { enterEvent, enterPerson } from './support/enter-records.ts'

const ask = async (register: Awaited<ReturnType<typeof emptyRegister>>, query: string) =>
  (await askRegister(register)).ask(Held, `/stats/held${query}`)
const pointsOf = ({ points }: Held) => Object.fromEntries(points.map(({ day, held }) => [day, [held.lowest, held.highest]]))

test('someone arrested and released on known days is held between them, both days included', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { date: '2024-03-03' })
  await enterPerson(register, { detentions: [{ arrest: '2024-03-01' }], releases: [{ event }] })
  const held = await ask(register, '?by=day&from=2024-02-29&to=2024-03-04')
  expect(pointsOf(held)).toEqual({
    '2024-02-29': [0, 0],
    '2024-03-01': [1, 1],
    '2024-03-02': [1, 1],
    '2024-03-03': [1, 1],
    '2024-03-04': [0, 0],
  })
  expect(held).toMatchObject({ of: 'everyone', by: 'day', people: 1, undated: 0 })
})

test('an uncertain arrest widens the band, and an end that nobody states leaves it open', async () => {
  const register = await emptyRegister()
  await enterPerson(register, { status: 'unknown', detentions: [{ arrest: '2022' }] })
  await enterPerson(register, { status: 'serving_sentence', asOf: '2023-06-15', detentions: [{ arrest: '2021-05-01' }] })
  const held = await ask(register, '?by=year&from=2021-01-01&to=2025-01-01')
  // The first may have been arrested on any day of 2022, and let go on any day since; the
  // second was surely held until 15 June 2023, when the record last says so.
  expect(pointsOf(held)).toEqual({
    '2021-01-01': [0, 0],
    '2022-01-01': [1, 2],
    '2023-01-01': [1, 2],
    '2024-01-01': [0, 2],
    '2025-01-01': [0, 2],
  })
})

test('a person with no dates at all is in no point and said beside, and two detentions at once are one person', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { date: '2024-01-01' })
  await enterPerson(register, { status: 'unknown', detentions: [{}] })
  await enterPerson(register, { detentions: [{ arrest: '2022-01-01' }, { arrest: '2022-01-01' }], releases: [{ event }] })
  const held = await ask(register, '?by=year&from=2023-01-01&to=2023-01-01')
  expect(pointsOf(held)).toEqual({ '2023-01-01': [1, 1] })
  expect(held).toMatchObject({ people: 2, undated: 1 })
})

test('a filter of releases counts only those released in them', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { date: '2024-01-01', basis: 'pardon' })
  await enterPerson(register, { detentions: [{ arrest: '2022-01-01' }], releases: [{ event }] })
  await enterPerson(register, { status: 'unknown', detentions: [{ arrest: '2022-02-02' }] })
  const held = await ask(register, '?by=year&from=2023-01-01&to=2023-01-01&basis=pardon')
  expect(held).toMatchObject({ of: 'released', people: 1, points: [{ held: { lowest: 1, highest: 1 } }] })
})

test('a long time by day is thinned to a larger unit, and the answer says so', async () => {
  const register = await emptyRegister()
  await enterPerson(register, { detentions: [{ arrest: '2022-01-01' }] })
  const held = await ask(register, '?by=day&from=2000-01-01&to=2024-12-31')
  expect(held).toMatchObject({ asked: 'day', by: 'month' })
  expect(held.points).toHaveLength(25 * 12)
})

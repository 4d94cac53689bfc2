import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { SanctionsAction, listSanctionsActions } from '#contract/sanctions-actions.ts'
import { Overview } from '#contract/stats.ts'
import { emptyRegister, seededRegister, write } from '../../support/test-register.ts'
import { type Ask, askRegister } from './support/ask.ts'
import { cite, enterAction, enterEvent, enterSource } from './support/enter-records.ts'

const list = ({ ask }: Ask, query = '') => ask(listSanctionsActions.response, `/sanctions-actions${query}`)
const idsUnder = async (api: Ask, query: string) => (await list(api, `?${query}`)).data.map((row) => row.id)

test('the date of an action is when it took effect, else when it was issued, else when it was announced', async () => {
  const register = await emptyRegister()
  await enterAction(register, { announced: '2024-01', issued: '2024-02-02', effective: '2024-03-03' })
  await enterAction(register, { announced: '2023-01', issued: '2023-02-02' })
  await enterAction(register, { announced: '2022-01' })
  await enterAction(register)
  const { data, page } = await list(await askRegister(register))
  expect(data.map((row) => [row.date.edtf, row.certainty])).toEqual([
    ['2024-03-03', 'certain'],
    ['2023-02-02', 'certain'],
    ['2022-01', 'certain'],
    [null, 'undated'],
  ])
  expect(page).toMatchObject({ total: 4, certain: 4, possible: 0, undated: 1 })
})

test('a range divides actions by that date into certain, possible and undated', async () => {
  const register = await emptyRegister()
  const inside = await enterAction(register, { announced: '2020', effective: '2024-03-03' })
  const across = await enterAction(register, { announced: '2024' })
  await enterAction(register, { announced: '2024-03-03', effective: '2020' })
  await enterAction(register)
  const { data, page } = await list(await askRegister(register), '?from=2024-02-01&to=2024-04-30&sort=date')
  expect(data.map((row) => [row.id, row.certainty])).toEqual([
    [across, 'possible'],
    [inside, 'certain'],
  ])
  expect(page).toMatchObject({ total: 2, certain: 1, possible: 1, undated: 1 })
})

test('actions are found by authority, kind, commodity, words and whether a source links them to a release', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register)
  const a = await enterAction(register, { authority: 'US', action: 'delisting', target: 'Belavia', linkedTo: [event] })
  const b = await enterAction(register, { authority: 'EU', action: 'designation', commodity: 'potash' })
  const api = await askRegister(register)
  const expected: Record<string, number[]> = {
    'authority=US': [a],
    'authority=US,EU&sort=date': [a, b],
    'action=designation': [b],
    'commodity=potash': [b],
    'commodity=not_stated': [a],
    'linked=yes': [a],
    'linked=no': [b],
    'q=bela': [a],
    'authority=UK': [],
  }
  const found: Record<string, number[]> = {}
  for (const query of Object.keys(expected)) found[query] = await idsUnder(api, query)
  expect(found).toEqual(expected)
})

test('several records of one act count once, over any number of steps, and a circle comes to an end', async () => {
  const register = await emptyRegister()
  const first = await enterAction(register, { target: 'Belavia' })
  const second = await enterAction(register, { refers_to: first })
  const third = await enterAction(register, { refers_to: second, authority: 'EU' })
  const other = await enterAction(register, { refers_to: first })
  const alone = await enterAction(register)
  const [one, two] = [await enterAction(register), await enterAction(register)]
  await write(register, async (db) => {
    await db.updateTable('sanctions_action').set({ refers_to: two }).where('id', '=', one).execute()
    await db.updateTable('sanctions_action').set({ refers_to: one }).where('id', '=', two).execute()
  })
  const api = await askRegister(register)
  expect(await list(api)).toMatchObject({ acts: 3, page: { total: 7 } })
  // Both records are of the first act, though what joins them is not under the filter.
  expect(await list(api, '?authority=EU')).toMatchObject({ acts: 1, page: { total: 1 } })
  expect(await list(api, '?q=nothing')).toMatchObject({ acts: 0, page: { total: 0 } })
  const sameAs = async (id: number) => (await api.ask(SanctionsAction, `/sanctions-actions/S-${id}`)).sameAct.map((same) => same.id)
  expect(await sameAs(third)).toEqual([first, second, other])
  expect(await sameAs(first)).toEqual([second, third, other])
  expect(await sameAs(alone)).toEqual([])
  expect(await sameAs(two)).toEqual([one])
})

test('two records of one act count once even where the one they refer to is outside the filter', async () => {
  const register = await emptyRegister()
  const root = await enterAction(register, { authority: 'UK' })
  await enterAction(register, { refers_to: root })
  await enterAction(register, { refers_to: root })
  expect(await list(await askRegister(register), '?authority=US')).toMatchObject({ acts: 1, page: { total: 2 } })
})

test('a page follows the one before it, dated actions first', async () => {
  const register = await emptyRegister()
  for (const announced of ['2021', '2021', '2023', undefined]) {
    await enterAction(register, announced === undefined ? {} : { announced })
  }
  const api = await askRegister(register)
  const walk = async (sort: string) => {
    const first = await list(api, `?sort=${sort}&limit=3`)
    const second = await list(api, `?sort=${sort}&limit=3&cursor=${first.page.next ?? ''}`)
    expect(second.page.next).toBeNull()
    return [...first.data, ...second.data].map((row) => row.id)
  }
  expect(await walk('-date')).toEqual([3, 2, 1, 4])
  expect(await walk('date')).toEqual([1, 2, 3, 4])
  const { page } = await list(api, '?sort=date&limit=1')
  expect((await api.get(`/sanctions-actions?sort=-date&cursor=${page.next ?? ''}`)).status).toBe(400)
})

test('an action’s page has its links, each as its source words it, and the evidence for both', async () => {
  const register = await emptyRegister()
  const event = await enterEvent(register, { title: 'A summer release', date: '2024-07' })
  const id = await enterAction(register, { target: 'Belavia', linkedTo: [event] })
  await write(register, (db) =>
    db
      .insertInto('release_sanction')
      .values({ release_event_id: event, sanctions_action_id: id, relation: 'denied_link', said_by: 'A ministry' })
      .execute(),
  )
  const source = await enterSource(register)
  await cite(register, source, { table: 'sanctions_action', id, field: 'target' })
  await cite(register, source, { table: 'release_sanction', id: 2, field: 'relation' })
  const api = await askRegister(register)
  const action = await api.ask(SanctionsAction, `/sanctions-actions/${id}`)
  expect(action).toMatchObject({
    ref: `S-${id}`,
    title: 'United States: delisting (Belavia)',
    releaseEvents: [
      { relation: 'coincides_with', saidBy: null, releaseEvent: { ref: `R-${event}`, title: 'A summer release' } },
      { relation: 'denied_link', saidBy: 'A ministry' },
    ],
  })
  expect(action.evidence.map(({ on }) => `${on.record} ${on.field}`)).toEqual(['sanctions_action target', 'release_sanction relation'])
  expect((await list(api)).data).toMatchObject([{ linkedEvents: 1 }])
  expect((await api.get('/sanctions-actions/999')).status).toBe(404)
})

test('the export holds the whole filtered set with labels and addresses', async () => {
  const register = await emptyRegister()
  const root = await enterAction(register, { target: 'Belavia', effective: '2024-03-03' })
  await enterAction(register, { refers_to: root })
  await enterAction(register, { authority: 'EU' })
  const { get } = await askRegister(register)
  const rows = parse((await get('/sanctions-actions.csv?authority=US&sort=date')).text, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows).toMatchObject([
    { ref: 'S-1', authority_label: 'United States', date: '2024-03-03', date_words: '3 March 2024', refers_to: '' },
    { ref: 'S-2', refers_to: 'S-1' },
  ])
  expect((await get('/sanctions-actions.csv?limit=2')).status).toBe(400)
})

test('the overview of the seed shows its latest sanctions actions, the newest first', async () => {
  const api = await askRegister(await seededRegister())
  const { sanctionsActions } = await api.ask(Overview, '/stats/overview')
  const { data } = await list(api, '?limit=8')
  expect(sanctionsActions).toEqual(data)
  const days = sanctionsActions.flatMap((row) => row.date.earliest ?? [])
  expect(days).toEqual(days.toSorted().toReversed())
})

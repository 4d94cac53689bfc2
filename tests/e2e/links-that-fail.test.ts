import { expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/*
 * Old, cut and mistyped links: each opens a page that says what was wrong with it and leads on.
 */

const habeas = runHabeas()

const refused = [/status of 40[04]/]

const open = async (path: string, expected: RegExp[] = []) => {
  const { page } = await habeas.openPublic({ expected })
  await page.goto(path)
  return page
}

const expectNamed = async ([path, heading, words]: readonly [path: string, heading: string, words: string]) => {
  const page = await open(path)
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  await page.getByText('This link had parts that could not be used').waitFor()
  await expect.poll(() => page.getByRole('main').innerText()).toContain(words)
}

test.for([
  ['/release-events?colour=red&destination=LT', '5 release events, taken to Lithuania', 'colour=red: This page has no such filter.'],
  ['/release-events?from=2024-13-01', '23 release events', 'from=2024-13-01'],
  ['/detainees?sort=shoe-size&columns=born,nothing', '17 detainees', 'sort=shoe-size: This is not one of its values.'],
  ['/sanctions-actions?authority=XX', '12 sanctions actions', 'authority=XX: This is not one of its values.'],
  ['/sources?limit=1000', '36 sources', 'limit=1000: Give a whole number from 1 to 200.'],
  ['/editions/compare?a=first', 'Two editions compared', 'a=first: Give the number of an edition, for example 1.'],
  ['/sources/1?after=x', 'Belarus Frees 123 Prisoners Including Nobel Laureate Ales Bialiatski as US Lifts Sanctions', 'after=x'],
  ['/?destination=Lithuania', 'Prisoners released, each number with its source', 'destination=Lithuania'],
] as const)('a part of a link that cannot be used is left out and named: %s', (link) => expectNamed(link))

test('a search of thousands of letters is left out and named', () => expectNamed([`/search?q=${'long'.repeat(2250)}`, 'Search', 'Type at most 200 letters.']))

test.each(['/sources/abc', '/detainees/0', '/release-events/R-', '/sanctions-actions/SRC-1', '/destinations/Lithuania', '/detainees/9999'])(
  '%s is no record, and the page says so',
  async (path) => {
    const page = await open(path, refused)
    await page.getByRole('heading', { level: 1, name: 'There is no such record' }).waitFor()
    expect(await page.getByRole('main').getByRole('link', { name: 'detainees' }).getAttribute('href')).toBe('/detainees')
  },
)

test('a link to an edition that was never published leads to the same page of the newest, and to the list', async () => {
  const page = await open('/release-events?destination=LT&edition=7', refused)
  await page.getByRole('heading', { level: 1, name: 'There is no edition 7' }).waitFor()
  await page.getByRole('link', { name: 'list of editions' }).click()
  await page.getByRole('heading', { level: 1, name: 'Editions' }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Read this page in the newest edition' }).click()
  await page.getByRole('heading', { level: 1, name: '5 release events, taken to Lithuania' }).waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('?destination=LT')
})

test('exactly as typed is understood as people write it', async () => {
  const page = await open('/search?q=potash&exact=1')
  await page.getByRole('main').getByRole('checkbox', { name: /^Exactly as typed/, checked: true }).waitFor()
  await allIsThere(page)
  expect(await page.getByText('could not be used').count()).toBe(0)
})

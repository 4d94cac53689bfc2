import { expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/*
 * Lists and records as a researcher uses them: the address keeps what is chosen, a lost page
 * leads back to the first, files say their size, and evidence speaks without a click.
 */

const habeas = runHabeas()

const open = async (path: string, expected: RegExp[] = []) => {
  const { page } = await habeas.openPublic({ expected })
  await page.goto(path)
  return page
}

test('a list keeps its columns, its rows and its place in an address a person can read', async () => {
  const page = await open('/release-events?limit=5&sort=date')
  await page.getByRole('link', { name: 'Next page' }).click()
  const sixth = page.getByRole('row').nth(1).getByRole('rowheader')
  await page.getByText('5 rows here of 23 rows in all').waitFor()
  await page.waitForURL(/cursor=/)
  const title = await sixth.textContent()

  await page.getByLabel('Rows a page').selectOption('25')
  await page.getByText('18 rows here of 23 rows in all').waitFor()
  await expect.poll(() => sixth.textContent()).toBe(title)

  await page.getByText('Columns: 6 of 8').click()
  await page.getByLabel('Basis').check()
  await page.getByRole('columnheader', { name: 'Basis' }).waitFor()
  await expect.poll(() => new URL(page.url()).search).toMatch(/limit=25&sort=date&cursor=[\w-]+&columns=date,country,destinations,reported,named,basis$/)

  await page.reload()
  await page.getByRole('columnheader', { name: 'Basis' }).waitFor()
  await expect.poll(() => page.getByRole('columnheader', { name: 'Date' }).getAttribute('aria-sort')).toBe('ascending')
  await expect.poll(() => sixth.textContent()).toBe(title)

  await page.getByRole('link', { name: 'First page' }).click()
  await page.waitForURL((address) => !address.search.includes('cursor'))
  await page.getByRole('row').nth(23).waitFor()
  await expect.poll(() => page.getByRole('row').count()).toBe(1 + 23)
})

test('a link to a page that the list does not have leads to the first one', async () => {
  const page = await open('/detainees?cursor=from-another-list&destination=LT', [/status of 400/])
  await page.getByRole('link', { name: 'First page' }).click()
  await page.getByRole('heading', { level: 1, name: '9 detainees, destination: Lithuania' }).waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('?destination=LT')
})

test('a list says how many rows and how large each file is, and the file holds that many', async () => {
  const page = await open('/detainees?destination=LT&columns=born')
  await page.getByText('Take it along').click()
  const files = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^(?:CSV|JSON|XLSX|ZIP package)$/ }) })
  await files.first().waitFor()
  await expect.poll(() => files.count()).toBe(4)
  await expect.poll(() => files.first().textContent()).toMatch(/^CSV, 9 rows, about [\d.]+ kB/)
  const address = await page.getByRole('link', { name: 'JSON', exact: true }).getAttribute('href')
  const { data } = (await (await page.request.get(address ?? '')).json()) as { data: unknown[] }
  expect(data).toHaveLength(9)
})

test('a person’s page tells their life in order, who confirmed the status, and what only one source says', async () => {
  const page = await open('/detainees/9')
  const life = page.getByRole('region', { name: 'A life in detention' }).getByRole('listitem')
  await life.first().waitFor()
  await allIsThere(page)
  expect(await life.allTextContents()).toEqual([
    expect.stringMatching(/^11 September 2025Released by Belarus, refused to leave/),
    expect.stringMatching(/^19 February 2026Released by Belarus.*stayed in Belarus$/),
  ])
  const confirmed = page.locator('dt', { hasText: 'Last confirmed' }).locator('xpath=following-sibling::dd[1]')
  expect(await confirmed.textContent()).toMatch(/^19 February 2026, inferred, by .+one source$/)
  await life.first().getByRole('button', { name: /^Only one source for this refusal/ }).click()
  await page.getByRole('dialog').getByText('This rests on one source.').waitFor()
})

test('on paper a chart is its table, and the page says its edition and where it stays', async () => {
  const page = await open('/?destination=LT')
  const figure = page.getByRole('figure').first()
  await allIsThere(page)
  expect(await figure.getByRole('table').count()).toBe(0)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => figure.getByRole('table').count()).toBe(1)
  await page.getByText(/Edition 1\.0\. http\S+\/\?destination=LT&edition=1/).waitFor()
})

test('people are sorted by surname with the keyboard, and the heading and the address say so', async () => {
  const page = await open('/detainees')
  const name = page.getByRole('columnheader', { name: 'Name' })
  await name.waitFor()
  await expect.poll(() => name.getAttribute('aria-sort')).toBe('ascending')
  await page.getByRole('button', { name: 'Surname' }).press('Enter')
  await page.waitForURL(/sort=surname/)
  const first = page.getByRole('row').nth(1).getByRole('rowheader')
  await first.getByText('Viktar Babaryka').waitFor()
  await page.getByRole('button', { name: 'Surname' }).press('Enter')
  await page.waitForURL(/sort=-surname/)
  await first.getByText('Maryna Zolatava').waitFor()
  await expect.poll(() => name.getAttribute('aria-sort')).toBe('descending')
})

test('what a tool unfolds moves nothing, and Escape folds it away', async () => {
  const page = await open('/release-events?destination=LT')
  const tool = page.getByText('Take it along')
  await allIsThere(page)
  const [before, table] = [await tool.boundingBox(), await page.getByRole('table').boundingBox()]
  await tool.press('Enter')
  await page.getByRole('link', { name: 'CSV', exact: true }).waitFor()
  await allIsThere(page)
  expect(await tool.boundingBox()).toEqual(before)
  expect(await page.getByRole('table').boundingBox()).toEqual(table)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'CSV', exact: true }).waitFor({ state: 'hidden' })
  await expect.poll(() => tool.evaluate((element) => element === document.activeElement)).toBe(true)
})

import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { launchBrowser } from '#tests/support/browser/launch-browser.ts'
import { openPage } from '#tests/support/browser/open-page.ts'
import { type Habeas, startHabeas } from '#tests/support/start-habeas.ts'

/*
 * Every page of both doors: axe finds nothing in light and dark, nothing overflows at 320 px,
 * and nothing breaks the content security policy, asks another place or fails in the console.
 */

const publicPages = [
  '/',
  '/?destination=LT',
  '/release-events',
  '/release-events?from=2025-01-01&destination=LT,UA',
  '/release-events?destination=LT&pinned=1,2&edition=1',
  '/release-events/1',
  '/release-events/1?source=1',
  '/detainees',
  '/detainees/1',
  '/destinations',
  '/destinations/LT',
  '/destinations/IS',
  '/destinations?code=LT,IS&edition=1',
  '/sanctions-actions',
  '/sanctions-actions/1',
  '/sources',
  '/sources/1',
  '/methods',
  '/search?q=Колесникова',
  '/search?q=nobody-of-that-name',
  '/search?found=D-1,R-1,S-1,SRC-1&edition=1',
  '/editions',
  '/editions/compare?a=1&b=1',
  '/analysis',
  '/analysis?destination=LT&vs=all',
  '/embed/time?destination=LT',
  '/api/docs',
]
const missingPages = ['/release-events/999', '/no-such-page']
const deskPages = [
  '/desk',
  '/imports',
  '/release-events/new',
  '/release-events/1',
  '/release-events/1/correct',
  '/release-events/1/history',
  '/detainees/1/history',
  '/sources/1/history',
  '/duplicates',
  '/detainees/1/merge/2',
  '/detainees/1/redact',
  '/redactions',
  '/detainees/new',
  '/detainees/1/correct',
  '/detainees/1/protection',
  '/sanctions-actions/new',
  '/sanctions-actions/1/correct',
  '/sources/new',
  '/sources/1/correct',
  '/proposals',
  '/queues',
  '/queues/undated',
  '/publish',
  '/account',
  '/staff',
  '/settings',
  '/search?q=potash',
]

let habeas: Habeas
let browser: Browser
let signedIn: BrowserContextOptions['storageState']

beforeAll(async () => {
  habeas = await startHabeas()
  browser = await launchBrowser()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(habeas.firstAccountLink ?? '')
  await page.getByLabel('Name').fill('Ada Keeper')
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill('a sentence to remember')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByRole('heading', { name: 'Your desk' }).waitFor()
  signedIn = await context.storageState()
  await context.close()
})

afterAll(async () => {
  await browser?.close()
  await habeas?.stop()
})

/** Both themes, and both layouts: rows become cards on a phone. */
const ways = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 375, height: 800 } },
] as const

describe('axe finds nothing', () => {
  test.each([...publicPages, ...missingPages])('on the public page %s', async (path) => {
    for (const way of ways) await checkAxe(browser, habeas.publicAddress + path, way)
  })

  test.each(['/sign-in-is-asked-for', '/first-account', '/invitation', '/invitation#a-token'])('at the desk without an account, %s', async (path) => {
    for (const way of ways) await checkAxe(browser, habeas.deskAddress + path, way)
  })

  test.each(deskPages)('on the desk page %s', async (path) => {
    for (const way of ways) await checkAxe(browser, habeas.deskAddress + path, { ...way, storageState: signedIn })
  })
})

const checkFits320 = async (address: string, storageState?: BrowserContextOptions['storageState']): Promise<void> => {
  const { page, expectNoProblems, close } = await openPage(browser, {
    origins: [new URL(address).origin],
    viewport: { width: 320, height: 800 },
    ...(storageState === undefined ? {} : { storageState }),
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  expect(content, `${address} is wider than 320 px`).toBeLessThanOrEqual(room)
  expectNoProblems()
  await close()
}

describe('at 320 px nothing overflows, and nothing breaks the policy', () => {
  test.each(publicPages)('on the public page %s', (path) => checkFits320(habeas.publicAddress + path))
  test.each(deskPages)('on the desk page %s', (path) => checkFits320(habeas.deskAddress + path, signedIn))
})

test('a page that is not there says so and leads on', async () => {
  const { page, close } = await openPage(browser, {
    origins: [habeas.publicAddress],
    expected: [/status of 404/],
  })
  await page.goto('/release-events/999')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByRole('main').innerText()).toMatch(/no such|not (?:here|found)|nothing/i)
  await close()
})

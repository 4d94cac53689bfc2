import { expect, test } from 'vitest'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/*
 * The overview as the server draws it: read before its scripts have come, and by whoever runs none.
 */

const habeas = runHabeas()

test('without scripts the numbers, the picture and the latest events can be read, and links lead on', async () => {
  const context = await habeas.browser.newContext({ javaScriptEnabled: false, baseURL: habeas.publicAddress })
  const page = await context.newPage()
  // The first of an edition is drawn while the reader waits; a slow machine sends the plain page instead.
  await expect
    .poll(
      async () => {
        await page.goto('/')
        return page.getByTestId('headline').count()
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1)
  expect(await page.getByTestId('headline').innerText()).toContain('864')
  await page.getByRole('img', { name: /^December 2025: / }).or(page.getByRole('button', { name: /^December 2025: / })).first().waitFor()
  expect(await page.getByRole('link', { name: 'Belarus: 123 prisoners released' }).first().getAttribute('href')).toBe('/release-events/R-1')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await context.close()
})

test('a page that was drawn ahead comes alive as it stands, and asks for nothing it came with', async () => {
  const { page } = await habeas.openPublic()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  // What runs the charts comes long after what runs the page: the picture waits for it as it was drawn.
  await page.route(/\/assets\/overview-body-/, (route) => void setTimeout(() => void route.continue(), 1000))
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => Reflect.set(globalThis, 'drawnChart', document.querySelector('#time')))
  })
  await page.goto('/')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'drawnChart') === document.querySelector('#time'))).toBe(true)
  expect(await page.locator('#answers').count()).toBe(1)
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([])
  const chart = page.getByRole('figure', { name: /as reported, by month/ })
  await chart.getByRole('radio', { name: 'Year' }).check()
  await page.getByRole('figure', { name: /as reported, by year/ }).waitFor()
  expect(asked).toContain('/api/stats/releases')
})

test('colours that a reader chose are there before the page is', async () => {
  const { page } = await habeas.openPublic({ colorScheme: 'light' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Dark page' }).click()
  // Held back, what runs the page never comes: what is seen is what the server drew.
  await page.route(/\/assets\/first-/, (route) => (route.request().resourceType() === 'script' ? undefined : route.continue()))
  await page.evaluate(() => location.reload())
  await page.locator('[inert]').first().waitFor({ state: 'attached' })
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
})

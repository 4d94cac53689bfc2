import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { lookAndSave } from '#tests/support/browser/check-and-save.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

const forms = ['/release-events/new', '/release-events/R-1/correct'] as const

const check = (page: Page) => page.getByRole('button', { name: 'Check and save' }).click()
const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true })

/** Folds open what a form has to show: its messages, a value's sources, a list of matches. */
const unfold = async (page: Page): Promise<void> => {
  await check(page)
  await page.getByRole('alert').waitFor()
  await page.getByRole('button', { name: 'Source and quote for the date' }).click()
  await page.getByRole('combobox', { name: /^(?:Another person|Person)$/ }).fill('a')
  await page.getByRole('listbox', { name: 'Matches' }).waitFor()
}

describe('the desk', () => {
  const habeas = runHabeas({ signsIn: true })

  test.for(forms)('axe finds nothing on %s with all of it unfolded, in light and in dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await checkAxe(habeas.browser, `${habeas.deskAddress}${path}`, { colorScheme, storageState: habeas.keeper, prepare: unfold })
    }
  })

  test.for(forms)('nothing on %s is wider than a page of 320 pixels, all of it unfolded', async (path) => {
    const { page } = await habeas.openAsKeeper({ viewport: { width: 320, height: 640 } })
    await page.goto(path)
    await unfold(page)
    await allIsThere(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  test('whoever is not signed in sees nothing but the sign-in page, which axe finds sound', async () => {
    const { page } = await habeas.openDesk()
    await page.goto('/detainees/D-2')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await expect.poll(() => page.title()).toBe('Sign in – Habeas desk')
    await allIsThere(page)
    expect(await page.locator('body').innerText()).not.toContain('Kolesnikova')
    await checkAxe(habeas.browser, `${habeas.deskAddress}/proposals`)
  })

  test('a corrected number is seen against its source, by its author and its reviewer, and no long word widens a page', async () => {
    const { page } = await habeas.openAsKeeper()
    await page.goto('/release-events/R-3/correct')
    await page.getByLabel('Reason for this change').fill('w'.repeat(132))
    await check(page)
    await page.getByRole('alert').getByText(/Nothing was changed/).waitFor()
    const total = page.getByRole('group', { name: 'Total', exact: true })
    await total.getByLabel('Number', { exact: true }).fill('31')
    await total.getByRole('status').getByText(/The source on record, .* says 30/).waitFor()
    await title(page).fill('e'.repeat(132))
    await page.getByRole('combobox', { name: /^(?:Another person|Person)$/ }).fill('Maria Kolesnikova')
    await page.getByRole('option', { name: /as a new person/ }).click()
    await page.getByText(/may be the same as/).waitFor()
    await check(page)
    await lookAndSave(page)
    // Both are said on the last look, too: it is the proposal that its reviewer reads.
    await page.getByText('Waiting for review').waitFor()
    await page.getByText(/This source says otherwise: 30/).waitFor()
    await page.getByText(/may be the same as/).waitFor()
    const address = new URL(page.url()).pathname
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      for (const path of [address, '/proposals', '/', `${address}/edit`, '/release-events/R-3/history']) {
        await page.goto(path)
        await allIsThere(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width}`).toBeLessThanOrEqual(width)
      }
    }
  })

  test('a form keeps what was typed when the connection is lost and when the session ends', async () => {
    const { page } = await habeas.openAsKeeper({ expected: [/ERR_INTERNET_DISCONNECTED/, /status of 401/] })
    await page.goto('/release-events/R-2/correct')
    await title(page).fill('A title that took a while')
    await page.getByLabel('Reason for this change').fill('A better title')
    await page.context().setOffline(true)
    await check(page)
    await page.getByRole('alert').getByText('The server did not answer.', { exact: false }).waitFor()
    await page.context().setOffline(false)
    await page.context().clearCookies()
    await check(page)
    await page.getByRole('alert').getByRole('link', { name: 'Sign in again in a new tab' }).waitFor()
    expect(await title(page).inputValue()).toBe('A title that took a while')
    await page.context().addCookies(habeas.keeper.cookies)
    await check(page)
    await lookAndSave(page)
    await page.getByText('Waiting for review').waitFor()
  })

  test('Enter takes the match that is highlighted, and nobody where a later answer has put others in its place', async () => {
    const { page } = await habeas.openAsKeeper()
    await page.goto('/release-events/new')
    const who = page.getByRole('combobox', { name: 'Person', exact: true })
    await who.fill('Ales')
    await page.getByRole('option', { name: /Bialiatski/ }).waitFor()
    const { promise: isHighlighted, resolve: answer } = Promise.withResolvers<void>()
    await page.route(/\/api\/.*Kolesnikova/, (route) => isHighlighted.then(() => route.continue()))
    await who.fill('Kolesnikova')
    await who.press('ArrowDown')
    await page.getByRole('option', { name: /Bialiatski/, selected: true }).waitFor()
    answer()
    const found = page.getByRole('option', { name: /Maria Kolesnikova/ })
    await found.waitFor()
    await who.press('Enter')
    expect(await who.inputValue()).toBe('Kolesnikova')
    await who.press('ArrowDown')
    await who.press('Enter')
    await page.getByRole('group', { name: 'Maria Kolesnikova' }).waitFor()
  })

  test('what is typed while the form is being checked is checked and sent with the rest', async () => {
    const { page } = await habeas.openAsKeeper()
    const { promise: isTyped, resolve: answer } = Promise.withResolvers<void>()
    await page.route('**/api/previews', (route) => isTyped.then(() => route.continue()))
    await page.goto('/release-events/R-5/correct')
    await page.getByLabel('Reason for this change').fill('It reads better')
    await title(page).fill('A title')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Checking …' }).waitFor()
    await page.keyboard.type(' that took longer')
    answer()
    await page.getByRole('heading', { name: 'Check what will be stored' }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain('A title that took longer')
  })

  test('leaving a form with something typed asks first', async () => {
    const { page } = await habeas.openAsKeeper()
    // A draft that is saved can be left; the server is slow with this one.
    await page.route('**/api/drafts', () => undefined)
    await page.goto('/release-events/new')
    await title(page).fill('Half a title')
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      const words = dialog.message()
      await dialog.dismiss()
      return words
    })
    await page.getByRole('link', { name: 'Proposals' }).click()
    expect(await asked).toBe('What you typed is not saved. Leave this form and lose it?')
    await page.getByRole('heading', { level: 1, name: 'Enter a release event' }).waitFor()
    expect(await title(page).inputValue()).toBe('Half a title')
  })

  test('a text of 10,000 characters is taken in, and answered with the limit at its field', async () => {
    const { page } = await habeas.openAsKeeper()
    await page.goto('/release-events/new')
    const summary = page.getByLabel('Summary', { exact: true })
    await summary.fill('Слова '.repeat(1667))
    await check(page)
    await page.getByRole('alert').getByRole('link', { name: 'Summary: Shorten this to 5000 characters.' }).click()
    await expect.poll(() => summary.evaluate((field) => field === document.activeElement)).toBe(true)
    await summary.fill('Short.')
    await page.keyboard.press('Tab')
    await expect.poll(() => summary.getAttribute('aria-invalid')).toBeNull()
  })

  test('of two who correct one record, the second sees both versions and puts the own changes on the present one', async () => {
    const { page: first } = await habeas.openAsKeeper()
    const { page: second } = await habeas.openAsKeeper({ expected: [/status of 409/] })
    for (const page of [first, second]) {
      await page.goto('/release-events/R-3/correct')
      await title(page).waitFor()
      await page.getByLabel('Reason for this change').fill('For the test')
    }
    await title(first).fill('The first one’s title')
    await check(first)
    await lookAndSave(first)
    await first.getByRole('button', { name: 'Approve', exact: true }).click()
    await first.getByText('It is in the register as').waitFor()

    await second.getByLabel('Summary', { exact: true }).fill('The second one’s summary')
    await check(second)
    const both = second.getByRole('table', { name: 'The present version and yours' })
    await both.getByRole('row', { name: /^Title The first one’s title/ }).waitFor()
    await both.getByRole('row', { name: /^Summary .* The second one’s summary$/ }).waitFor()
    await second.getByRole('button', { name: 'Take the present version and keep my changes' }).click()
    await expect.poll(() => title(second).inputValue()).toBe('The first one’s title')
    await check(second)
    await lookAndSave(second)
    const changes = second.getByRole('region', { name: 'What it changes' })
    await second.getByText('Waiting for review').waitFor()
    await changes.getByText('The second one’s summary').waitFor()
    expect(await changes.getByRole('heading', { name: 'Title' }).count()).toBe(0)
  })

  test('a reviewer returns a proposal with a reason, which its author reads in the form', async () => {
    const { page } = await habeas.openAsKeeper()
    await page.goto('/release-events/R-4/correct')
    await title(page).fill('Another title')
    await page.getByLabel('Reason for this change').fill('It read better')
    await check(page)
    await lookAndSave(page)
    await page.getByRole('button', { name: 'Return with this reason' }).click()
    await page.getByRole('alert').getByRole('link', { name: /Say why, so that the author can act on it/ }).click()
    await page.keyboard.type('Which source says so?')
    await page.getByRole('button', { name: 'Return with this reason' }).click()
    await page.getByText('Ada Keeper returned this to its author').waitFor()
    await checkAxe(habeas.browser, page.url(), { storageState: habeas.keeper })
    await page.getByRole('link', { name: 'Edit it' }).click()
    await page.getByText('returned it: “Which source says so?”').waitFor()
    await expect.poll(() => title(page).inputValue()).toBe('Another title')
  })
})

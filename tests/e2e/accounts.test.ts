import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import type { PageOptions } from '#tests/support/browser/open-page.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'
import { keeper } from '#tests/support/keeper.ts'
import { codeOf } from '#tests/support/totp.ts'

const second = { name: 'Rita Reviewer', email: 'rita@example.org', password: 'four words nobody joins' } as const

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
const password = (page: Page, label = 'Password') => page.getByLabel(label, { exact: true })

/** The key that the page shows to type into an authenticator app, as the address the app would keep. */
const uriShown = async (page: Page): Promise<string> => {
  const key = await page.getByText(/^Key:/).innerText()
  return `otpauth://totp/Habeas?secret=${key.replace('Key:', '').replaceAll(/\s/g, '')}`
}

describe('accounts', () => {
  const habeas = runHabeas({ signsIn: true })
  const open = (more: Partial<PageOptions> = {}) =>
    habeas.openDesk({ expected: [/status of 40[013]/], ...more })

  /** As if everyone had signed in some time ago. */
  const signedInLongAgo = () => {
    const register = new Database(join(habeas.dataDir, 'register.sqlite'), { timeout: 30_000 })
    register.prepare('UPDATE account_session SET createdAt = ?').run(new Date(Date.now() - 20 * 60_000).toISOString())
    register.prepare('DELETE FROM account_confirmation').run()
    register.close()
  }

  const invite = async (page: Page, ...roles: string[]): Promise<string> => {
    await page.goto('/staff')
    await page.getByRole('checkbox', { name: /^Contributor:/ }).uncheck()
    for (const role of roles) await page.getByRole('checkbox', { name: new RegExp(`^${role}:`) }).check()
    await press(page, 'Make an invitation link')
    return page.getByLabel('Invitation link').inputValue()
  }

  test('a second person is invited, sets up a second factor, signs in with it, and signs out everywhere', async () => {
    const { page: admin } = await open({ storageState: habeas.keeper })
    const link = await invite(admin, 'Reviewer', 'Auditor')
    expect(link).toMatch(/\/invitation#[\w-]{43}$/)

    const { page } = await open()
    await page.goto(link)
    await heading(page, 'Make your account')
    await expect.poll(() => page.url()).not.toContain('#')
    await page.getByLabel('Name').fill(second.name)
    await page.getByLabel('E-mail').fill(second.email)
    await password(page).fill('rita reviewer rita')
    await press(page, 'Make the account')
    await page.getByRole('alert').getByText(/Leave your name and your address out/).waitFor()
    await password(page).fill(second.password)
    await press(page, 'Make the account')
    await heading(page, 'Your desk')

    await page.getByRole('link', { name: second.name }).click()
    await heading(page, 'Your account')
    await password(page, 'Your password').fill(second.password)
    await press(page, 'Set up a second factor')
    const uri = await uriShown(page)
    await page.getByRole('img', { name: /QR code/ }).waitFor()
    await page.getByRole('checkbox', { name: 'I have kept the recovery codes' }).check()
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await press(page, 'Turn it on')
    await page.getByRole('alert').getByText(/This code is not right/).waitFor()
    await page.getByLabel('Code', { exact: true }).fill(codeOf(uri))
    await press(page, 'Turn it on')
    await page.getByText('On: signing in asks for a code of your app.').waitFor()

    const { page: elsewhere } = await open()
    await elsewhere.goto('/account')
    await elsewhere.getByLabel('E-mail').fill(second.email)
    await password(elsewhere).fill(second.password)
    await press(elsewhere, 'Sign in')
    await heading(elsewhere, 'Your second factor')
    expect(await elsewhere.getByLabel('Code', { exact: true }).getAttribute('autocomplete')).toBe('one-time-code')
    // Each code is taken once. One before or after its half minute is taken, too: the next one holds longest.
    await elsewhere.getByLabel('Code', { exact: true }).fill(codeOf(uri, 1))
    await press(elsewhere, 'Sign in')
    await heading(elsewhere, 'Your account')
    await expect.poll(() => elsewhere.getByRole('table', { name: 'Your sessions' }).getByRole('row').count()).toBe(3)

    await elsewhere.getByRole('link', { name: 'Access log' }).click()
    await heading(elsewhere, 'Access log')
    await elsewhere.getByRole('row', { name: /Ada Keeper Invited someone – Reviewer, Auditor/ }).waitFor()
    await elsewhere.getByLabel('What', { exact: true }).selectOption('Set up a second factor')
    await elsewhere.getByText('1 line', { exact: true }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await checkAxe(habeas.browser, elsewhere.url(), { colorScheme, storageState: await elsewhere.context().storageState() })
    }
    await elsewhere.setViewportSize({ width: 320, height: 640 })
    await allIsThere(elsewhere)
    expect(await elsewhere.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await elsewhere.goto('/account')
    await press(elsewhere, 'Sign out everywhere')
    await heading(elsewhere, 'Sign in')
    await page.reload()
    await heading(page, 'Sign in')
  })

  test('an act of an administrator asks for the password again and then goes on, as does a list to take along', async () => {
    const { page } = await open({ storageState: habeas.keeper })
    await page.goto('/staff')
    await page.getByRole('heading', { name: 'Invite someone' }).waitFor()
    signedInLongAgo()
    await press(page, 'Make an invitation link')
    const dialog = page.getByRole('dialog', { name: 'Your password again' })
    await dialog.getByLabel('Password', { exact: true }).fill('not my password at all')
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await dialog.getByText(/This is not your password/).first().waitFor()
    await dialog.getByLabel('Password', { exact: true }).fill(keeper.password)
    await dialog.getByRole('button', { name: 'Go on' }).click()
    await page.getByLabel('Invitation link').waitFor()

    await page.goto('/detainees')
    await page.getByText('Take it along').first().click()
    const file = page.getByRole('link', { name: /^CSV/ }).first()
    await file.waitFor()
    signedInLongAgo()
    const taken = page.waitForEvent('download')
    await file.click()
    await dialog.getByLabel('Password', { exact: true }).fill(keeper.password)
    await dialog.getByRole('button', { name: 'Go on' }).click()
    expect((await taken).suggestedFilename()).toMatch(/\.csv$/)
  })

  test('an administrator without another role is led to accounts and settings, and shown no record', async () => {
    const { page: admin } = await open({ storageState: habeas.keeper })
    const link = await invite(admin, 'Administrator')
    const { page } = await open()
    await page.goto(link)
    await page.getByLabel('Name').fill('Alma Admin')
    await page.getByLabel('E-mail').fill('alma@example.org')
    await password(page).fill('three geese and a kettle')
    await press(page, 'Make the account')
    await heading(page, 'Your desk')
    const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
    await expect.poll(() => pages.allInnerTexts()).toEqual(['Staff', 'Settings', 'Your desk'])
    await page.goto('/')
    await heading(page, 'Your desk')
    await page.goto('/detainees/D-2')
    await page.getByText('Your roles do not allow this.', { exact: false }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Kolesnikova')
  })

  test('a setting is turned on, who must set up a second factor can do nothing else, and one who is shut out is out', async () => {
    const { page: admin } = await open({ storageState: habeas.keeper })
    const link = await invite(admin, 'Contributor')
    const { page } = await open()
    await page.goto(link)
    await page.getByLabel('Name').fill('Carl Contributor')
    await page.getByLabel('E-mail').fill('carl@example.org')
    await password(page).fill('seven plums under ice')
    await press(page, 'Make the account')
    await heading(page, 'Your desk')
    await page.getByText('A password alone opens this desk.').waitFor()

    await admin.goto('/settings')
    await press(admin, 'Turn “Staff must use two factors” on')
    // The one who turned it on has none either.
    await heading(admin, 'Set up your second factor')
    await page.goto('/release-events')
    await heading(page, 'Set up your second factor')
    await checkAxe(habeas.browser, `${habeas.deskAddress}/release-events`, { storageState: habeas.keeper })
    await password(admin, 'Your password').fill(keeper.password)
    await press(admin, 'Set up a second factor')
    const uri = await uriShown(admin)
    await admin.getByRole('checkbox', { name: 'I have kept the recovery codes' }).check()
    await admin.getByLabel('Code', { exact: true }).fill(codeOf(uri))
    await press(admin, 'Turn it on')
    await heading(admin, 'Settings')

    await admin.goto('/staff')
    await press(admin, /^Shut out ?: Carl Contributor/)
    await admin.getByRole('dialog').getByRole('button', { name: 'Shut out' }).click()
    await admin.getByText(/^Shut out on/).waitFor()
    await page.reload()
    await heading(page, 'Sign in')
  })
})

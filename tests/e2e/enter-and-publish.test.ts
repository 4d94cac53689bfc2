import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { lookAndSave } from '#tests/support/browser/check-and-save.ts'
import { type RunningHabeas, runHabeas } from '#tests/support/browser/run-habeas.ts'

/** The matches of the box that is being typed in. */
const matches = (page: Page) => page.getByRole('listbox', { name: 'Matches' })

/** One row of the form, by what it is called. */
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

const quote = async (page: Page, of: string, words: string): Promise<void> => {
  await page.getByRole('button', { name: `Source and quote for ${of}`, exact: true }).click()
  await page.getByRole('group', { name: `Sources for ${of}` }).getByLabel('Quote', { exact: true }).fill(words)
}

/** The chart of the releases over time, as the table it is drawn from. */
const openTimeTable = async (page: Page) => {
  const chart = page.getByRole('figure', { name: /as reported, by month/ })
  await chart.getByRole('radio', { name: 'Table' }).check()
  return chart.getByRole('table')
}

const seeTheReleasesCharted = async (page: Page): Promise<void> => {
  await page.goto('/')
  const overTime = page.getByRole('figure', { name: /as reported, by month/ })
  await overTime.getByText('864 (863 to 864) releases of prisoners as reported, in 23 events').waitFor()
  await overTime.getByRole('button', { name: /^December 2025: / }).waitFor()
  const months = await openTimeTable(page)
  await months.getByRole('row', { name: /^December 2025: show only this / }).waitFor()
  const byCountry = page.getByRole('figure', { name: /as reported, by country of destination/ })
  await byCountry.getByText('Lithuania').first().waitFor()
  await byCountry.getByText(/stayed in Belarus/i).first().waitFor()
}

const openTheReleaseOf123 = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Belarus: 123 prisoners released' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Belarus: 123 prisoners released' }).waitFor()
  const ledger = page.getByRole('region', { name: 'Who is accounted for' })
  await ledger.getByRole('row', { name: /^Ukraine 114 .* 109 to 113$/ }).waitFor()
  await ledger.getByRole('row', { name: /^In all 123 .* 6 117$/ }).waitFor()
  await ledger.getByRole('button', { name: '2 sources for the number for Lithuania' }).click()
  const sources = page.getByRole('dialog', { name: 'Sources for the number for Lithuania' })
  await sources.locator('mark', { hasText: 'while nine were transported to Lithuania' }).waitFor()
  await sources.getByRole('button', { name: 'Close' }).click()
}

const makeTheFirstAccount = async (page: Page, { firstAccountLink, deskAddress }: RunningHabeas): Promise<void> => {
  expect(firstAccountLink).not.toBeNull()
  await page.goto(firstAccountLink ?? '')
  await page.getByRole('heading', { name: 'Make the first account' }).waitFor()
  await expect.poll(() => page.url()).toBe(`${deskAddress}/first-account`)
  await page.getByLabel('Name').fill('Ada Keeper')
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill('a sentence to remember')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.getByRole('heading', { name: 'Your desk' }).waitFor()
  await page.getByText('One person can approve their own work here.').waitFor()
}

const signOutAndInAgain = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.goto('/release-events/new')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill('a sentence to remember')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Enter a release event' }).waitFor()
  await expect.poll(() => page.title()).toBe('Release event form – Habeas desk')
}

const enterARelease = async (page: Page): Promise<void> => {
  await page.getByRole('combobox', { name: 'Source', exact: true }).fill('Twelve walk free')
  await matches(page).getByRole('option', { name: /Start a new source/ }).click()
  await page.getByLabel('Publisher').fill('The Test Gazette')
  await page.getByLabel('Date published').fill('4 January 2026')

  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Belarus: 12 prisoners walk free')
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('3 Jan 2026')
  await page.getByText('read as 3 January 2026').waitFor()
  await quote(page, 'the date', 'On 3 January twelve prisoners walked free.')
  await page.getByRole('combobox', { name: 'Releasing country' }).fill('bela')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel('Basis').selectOption('Pardon')

  await row(page, 'Total').getByLabel('Number', { exact: true }).fill('12')
  await row(page, 'Total').getByLabel('Who is counted').selectOption('Prisoners')
  await quote(page, 'Total', 'twelve prisoners walked free')
  await page.getByRole('button', { name: 'Add a destination' }).click()
  await page.keyboard.type('Lith')
  await page.keyboard.press('Tab')
  await row(page, 'Destination Lithuania').getByLabel('Number', { exact: true }).fill('8')
  await page.getByText('Destinations add up to 8 of 12: 4 not placed.').waitFor()
  await page.getByRole('button', { name: 'Add a destination' }).click()
  await page.keyboard.type('Poland')
  await row(page, 'Destination Poland').getByLabel('Number', { exact: true }).fill('4')
  await page.getByText('Destinations add up to 12, which is the total.').waitFor()

  await page.getByRole('combobox', { name: 'Person', exact: true }).fill('kolesn')
  await matches(page).getByRole('option', { name: /Maria Kolesnikova/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Poland')
  await page.getByRole('combobox', { name: 'Another person' }).fill('Іван Прыдуманы')
  await matches(page).getByRole('option', { name: /as a new person/ }).click()
  await row(page, 'Іван Прыдуманы').getByLabel('Language of the name').fill('be')
  await row(page, 'Іван Прыдуманы').getByRole('combobox', { name: 'Destination' }).fill('Lithuania')
  await row(page, 'Іван Прыдуманы').getByLabel('There yet?').selectOption('Arrived')
  await page.getByRole('button', { name: 'Add what came after the release of Іван Прыдуманы' }).click()
  await page.keyboard.type('Reports to the police each week.')
  await row(page, 'Іван Прыдуманы').getByRole('combobox', { name: 'Taken on to' }).fill('Poland')
  await row(page, 'Іван Прыдуманы').getByRole('textbox', { name: 'When' }).fill('Feb 2026')
  await quote(page, 'Іван Прыдуманы', 'Ivan Prydumany, who never was, has come to Vilnius.')

  await page.getByRole('combobox', { name: 'Sanctions action', exact: true }).fill('potash')
  await matches(page).getByRole('option', { name: /potash/i }).first().click()
  await page.getByLabel('How the source words the link').selectOption('Coincides with')

  // The reason is missing: the summary leads to its field, and what was typed is still there.
  await page.getByRole('button', { name: 'Check and save' }).click()
  await page.getByRole('alert').getByRole('link', { name: /^Reason for this change: Say why/ }).click()
  await page.keyboard.type('A release reported by The Test Gazette.')
  await page.keyboard.press('Control+Enter')
  await lookAndSave(page)
  await page.getByText('Waiting for review').waitFor()
}

const approveAndPublish = async (page: Page): Promise<void> => {
  const changes = page.getByRole('region', { name: 'What it changes' })
  await changes.getByText('“On 3 January twelve prisoners walked free.”').waitFor()
  await changes.getByText(/Іван Прыдуманы; a new record; name in Belarusian; destination Lithuania; arrived; still binding: Reports to the police each week\.; taken on to Poland/).waitFor()
  await page.getByRole('button', { name: 'Approve and publish' }).click()
  const publishing = page.getByRole('region', { name: 'Publish it' })
  await publishing.getByRole('row', { name: /Releases as reported 864 876/ }).waitFor()
  await allIsThere(page)
  expect(await publishing.getByLabel('Note').inputValue()).toBe('')
  await publishing.getByLabel('Note').fill('A release of twelve')
  const warnings = publishing.getByRole('checkbox', { name: /I have read the warnings/ })
  if ((await warnings.count()) > 0) await warnings.check()
  await publishing.getByRole('button', { name: 'Publish edition 2' }).click()
  await publishing.getByText(/Edition 2.* is published/).waitFor()
}

const seeItInTheChart = async (page: Page): Promise<void> => {
  await expect
    .poll(
      async () => {
        await page.goto('/')
        await allIsThere(page)
        const months = await openTimeTable(page)
        return months.getByRole('row', { name: /^January 2026: show only this 12 / }).count()
      },
      { interval: 1000 },
    )
    .toBe(1)
  await page.getByText('876').first().waitFor()
  await page.getByRole('link', { name: 'Belarus: 12 prisoners walk free' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Belarus: 12 prisoners walk free' }).waitFor()
  await page.getByRole('link', { name: 'Іван Прыдуманы' }).waitFor()
  await page.getByText('Still bound after it: Reports to the police each week.').waitFor()
  await page.getByText('Later taken on to Poland, date: February 2026, day not stated. Not a new release.').waitFor()
  await page.getByRole('button', { name: /source for the date/i }).click()
  await page.getByRole('dialog').getByText('On 3 January twelve prisoners walked free.').waitFor()
}

describe('the whole house', () => {
  const habeas = runHabeas()

  test('a reader finds the release of 123 with its quotes; a keeper enters a release, approves and publishes it; the reader sees it charted', async () => {
    const { page: reader } = await habeas.openPublic()
    const { page: keeper } = await habeas.openDesk()

    await seeTheReleasesCharted(reader)
    await openTheReleaseOf123(reader)
    await makeTheFirstAccount(keeper, habeas)
    await signOutAndInAgain(keeper)
    await enterARelease(keeper)
    await approveAndPublish(keeper)
    await seeItInTheChart(reader)
    expect(await reader.getByRole('dialog').innerText()).toContain('The Test Gazette')
  })
})

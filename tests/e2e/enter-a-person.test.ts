import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { lookAndSave } from '#tests/support/browser/check-and-save.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/** Presses Tab until a field of this label has the focus: nothing is clicked. */
const tabTo = async (page: Page, label: string, most = 60): Promise<void> => {
  for (let presses = 0; presses < most; presses += 1) {
    const has = await page.evaluate(
      ([wanted]) => {
        const at = document.activeElement
        if (at === null) return false
        const labels = 'labels' in at && at.labels instanceof NodeList ? [...at.labels].map((one) => one.textContent?.trim()) : []
        return [...labels, at.textContent?.replace(/^[▸▾]/, '').trim()].includes(wanted)
      },
      [label] as const,
    )
    if (has) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`“${label}” is not reached by Tab`)
}

const type = async (page: Page, label: string, text: string): Promise<void> => {
  await tabTo(page, label)
  await page.keyboard.type(text)
}

const press = async (page: Page, label: string): Promise<void> => {
  await tabTo(page, label)
  await page.keyboard.press('Enter')
}

describe('a person', () => {
  const habeas = runHabeas({ signsIn: true })

  test('is entered by keyboard alone with names in two scripts, a detention, a charge and a recognition; approved, their page shows it', async () => {
    const { page, close } = await habeas.openAsKeeper()
    await page.goto('/detainees/new')
    await page.getByRole('heading', { name: 'Enter a person' }).waitFor()
    await allIsThere(page)

    await type(page, 'Source', 'A list of the invented')
    await page.getByRole('option', { name: /Start a new source/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await type(page, 'Publisher', 'The Test Gazette')

    await type(page, 'Name', 'Іван Прыдуманы')
    await press(page, 'The language is Belarusian')
    await press(page, 'Add another name')
    await page.keyboard.type('Ivan Prydumany')
    await tabTo(page, 'Kind of name')
    await page.keyboard.type('Romanised')
    await type(page, 'Born', '3 мая 1980')
    await page.getByText('read as 3 May 1980').waitFor()
    await press(page, 'Add a detention')
    await page.keyboard.type('Belarus')
    await page.keyboard.press('Tab')
    await page.keyboard.type('21 чэрвеня 2021')
    await press(page, 'Add a charge to Detention Belarus')
    await page.keyboard.type('361-1')
    await press(page, 'Source and quote for Charge 361-1')
    await type(page, 'Quote', 'charged under article 361-1')
    await press(page, 'Add a recognition')
    await page.keyboard.type('An invented society')
    await type(page, 'Reason for this change', 'A list that came by mail.')
    await page.keyboard.press('Control+Enter')
    await lookAndSave(page)

    await page.getByText('Waiting for review').waitFor()
    const changes = page.getByRole('region', { name: 'What it changes' })
    await changes.getByText('“charged under article 361-1”').waitFor()
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByText('Approved.').waitFor()
    await page.getByRole('link', { name: /^D-\d+$/ }).first().click()

    await page.getByRole('heading', { level: 1, name: 'Іван Прыдуманы' }).waitFor()
    const main = page.getByRole('main')
    for (const words of ['Ivan Prydumany', '3 May 1980', '361-1', 'An invented society']) {
      await main.getByText(words).first().waitFor()
    }
    await page.getByRole('link', { name: 'Correct this' }).click()
    await page.getByRole('heading', { name: 'Correct a person' }).waitFor()
    await expect.poll(() => page.getByLabel('Born').inputValue()).toBe('3 May 1980')
    await close()
  })

  test('who may be in the register already is shown while the name is typed, with what agrees, and nothing is chosen for anyone', async () => {
    const { page, close } = await habeas.openAsKeeper()
    await page.goto('/detainees/new')
    await page.getByLabel('Name', { exact: true }).fill('Марыя Калеснікава')
    await page.getByText('may be the same as someone on record.').waitFor()
    await page.getByRole('link', { name: /Kolesnikova \(D-\d+, new tab\)/ }).waitFor()
    await page.getByText(/^Agrees: /).first().waitFor()
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Марыя Калеснікава')
    const [ref = ''] = /D-\d+/.exec((await page.getByRole('link', { name: /Kolesnikova \(D-\d+, new tab\)/ }).textContent()) ?? '') ?? []
    await page.getByRole('link', { name: `Same person: open the form of ${ref}` }).waitFor()
    await page.getByRole('button', { name: `Different from ${ref}` }).click()
    await page.getByLabel(`How you know that this is not ${ref}`).fill('Another year of birth')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByText(`Not ${ref}: Another year of birth`).waitFor()
    await page.getByRole('link', { name: new RegExp(`\\(${ref}, new tab\\)`) }).waitFor({ state: 'detached' })
    await close()
  })

  test('has confidential facts that are shown only when asked for, and that her page does not hold', async () => {
    const { page, close } = await habeas.openAsKeeper({ expected: [/status of 412/] })
    await page.goto('/detainees/D-2')
    await page.getByRole('link', { name: 'Protection and confidential facts' }).click()
    await page.getByRole('heading', { name: 'Protection and confidential facts' }).waitFor()
    await page.getByLabel('What is known').fill('An invented cousin calls on Sundays.')
    await page.getByRole('button', { name: 'Keep this at the desk' }).click()
    await expect.poll(() => page.getByLabel('What is known').inputValue()).toBe('')
    await page.getByRole('button', { name: 'Show them' }).click()
    await page.getByText('An invented cousin calls on Sundays.').waitFor()

    await page.getByRole('button', { name: /^Correct it/ }).click()
    await page.getByLabel('What is known').first().fill('An invented cousin calls on Mondays.')
    const { page: other, close: closeOther } = await habeas.openAsKeeper()
    await other.goto('/detainees/D-2/protection')
    await other.getByRole('button', { name: 'Show them' }).click()
    await other.getByRole('button', { name: /^Correct it/ }).click()
    await other.getByLabel('What is known').first().fill('An invented uncle calls on Sundays.')
    await other.getByRole('button', { name: 'Keep this at the desk' }).first().click()
    await other.getByRole('button', { name: /^Correct it/ }).waitFor()
    await closeOther()
    await page.getByRole('button', { name: 'Keep this at the desk' }).first().click()
    await page.getByText('It says now: “An invented uncle calls on Sundays.”').waitFor()
    expect(await page.getByLabel('What is known').first().inputValue()).toBe('An invented cousin calls on Mondays.')
    await page.getByRole('button', { name: 'Put mine in its place' }).click()
    await page.getByRole('button', { name: 'Keep this at the desk' }).first().click()
    await page.getByRole('listitem').getByText('An invented cousin calls on Mondays.').waitFor()
    await page.getByRole('link', { name: 'the person’s page' }).click()
    await page.getByRole('heading', { level: 1, name: /Kolesnikova/ }).waitFor()
    await allIsThere(page)
    expect(await page.getByRole('main').innerText()).not.toContain('cousin')
    await close()
  })
})

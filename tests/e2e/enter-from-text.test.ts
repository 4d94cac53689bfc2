import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { lookAndSave } from '#tests/support/browser/check-and-save.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { signInSecondPerson } from '#tests/support/browser/second-person.ts'
import { type RunningHabeas, runHabeas } from '#tests/support/browser/run-habeas.ts'

/* An invented article of the shape that releases are reported in. */
const article = `Belarus pardons 31 prisoners, among them Maria Kolesnikova

The Test Gazette

On 4 February 2026 Belarus freed 31 prisoners. Twenty-two people were taken to Lithuania and nine to Poland, a spokesman said.
Maria Kolesnikova and Vieranika Vydumanaja were among those released. They crossed the border by bus.
“It is the fruit of long talks,” said the envoy John Nobody. The United States lifted sanctions on potash the same day.
`

const box = (page: Page) => page.getByRole('textbox', { name: 'Text of the source' })
const said = (page: Page) => page.getByRole('region', { name: 'The text it is entered from' }).getByRole('status').first()

/** Selects words of the text as a keyboard does: the caret is set before them, Shift and the arrow go over them. */
const select = async (page: Page, words: string): Promise<void> => {
  const at = article.indexOf(words)
  expect(at, words).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('F2')
  await box(page).evaluate((field, start) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(start, start)
  }, at)
  for (let count = 0; count < words.length; count += 1) await page.keyboard.press('Shift+ArrowRight')
}

const put = async (page: Page, words: string, key: string, expected: RegExp): Promise<void> => {
  await select(page, words)
  await page.keyboard.press(key)
  await said(page).getByText(expected).waitFor()
}

const bringText = async (page: Page): Promise<void> => {
  await page.goto('/release-events/new')
  await page.getByLabel('Address it came from').fill('https://example.org/31-free')
  await page.getByLabel('Its text').fill(article)
  await page.getByRole('button', { name: 'Enter from this text' }).click()
  await box(page).waitFor()
  await said(page).getByText(/^[1-9]\d* suggestions$/).waitFor()
}

describe('entering a release event from its text', () => {
  const habeas = runHabeas({ signsIn: true })

  test('an article is entered by keyboard, reviewed by a second person with a second factor, published, and read with each value’s words', async () => {
    requireASecondPerson(habeas)
    const { page } = await habeas.openAsKeeper()
    await bringText(page)
    await put(page, 'Belarus pardons 31 prisoners, among them Maria Kolesnikova', '1', /^Source’s title/)
    await put(page, 'The Test Gazette', '2', /^Source’s publisher/)
    await put(page, 'Belarus pardons 31 prisoners', 't', /^Title/)
    await put(page, '4 February 2026', 'd', /^Date: 4 February 2026, read as 4 February 2026/)
    await put(page, 'Belarus freed', 'c', /^Releasing country: Belarus/)
    await put(page, 'freed 31 prisoners', 'n', /^Released: 31/)
    await put(page, 'Twenty-two people were taken to Lithuania', 'g', /^To Lithuania: 22/)
    await put(page, 'nine to Poland', 'g', /^To Poland: 9/)
    await page.keyboard.press('w')
    await page.keyboard.press('q')
    await put(page, 'a spokesman', 'i', /^Who is quoted: a spokesman/)
    await put(page, 'pardons', 'b', /^Basis: Pardon/)

    await select(page, 'Maria Kolesnikova')
    await page.keyboard.press('p')
    await said(page).getByText(/^1 person of the register: Maria Kolesnikova/).waitFor()
    await select(page, 'Vieranika Vydumanaja')
    await page.keyboard.press('p')
    await said(page).getByText('Choose who it is, or add someone new').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.getByRole('option', { name: /as a new person/ }).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: 'Vieranika Vydumanaja' }).waitFor()
    await put(page, 'They crossed the border by bus', 'h', /left by: Bus/)
    await select(page, '“It is the fruit of long talks,” said the envoy John Nobody.')
    await page.keyboard.press('o')
    await page.getByLabel('About', { exact: true }).selectOption({ index: 1 })

    await page.getByLabel('Reason for this change').fill('Reported by the Gazette')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Check what will be stored' }).waitFor()
    await page.getByText('“nine to Poland”').first().waitFor()
    await page.getByText('2 people will be named:').waitFor()
    await page.getByRole('button', { name: 'Save as a proposal' }).click()
    await page.getByRole('alert').getByRole('link', { name: /^Who could be harmed/ }).waitFor()
    await lookAndSave(page)
    await page.waitForURL(/\/proposals\/P-\d+$/)
    await page.getByText('Waiting for review').waitFor()
    await allIsThere(page)
    const proposal = page.url()
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0)

    const reviewer = await signInSecondPerson(habeas, ['Reviewer', 'Publisher'])
    await reviewer.goto(proposal)
    const changes = reviewer.getByRole('region', { name: 'What it changes' })
    await changes.getByText('“4 February 2026”').waitFor()
    await changes.getByText('“Twenty-two people were taken to Lithuania”').first().waitFor()
    await reviewer.getByRole('button', { name: 'Approve and publish' }).click()
    const publishing = reviewer.getByRole('region', { name: 'Publish it' })
    await publishing.getByLabel('Note').fill('A release of 31')
    await allIsThere(reviewer)
    const warnings = publishing.getByRole('checkbox', { name: /I have read the warnings/ })
    if ((await warnings.count()) > 0) await warnings.check()
    await publishing.getByRole('button', { name: 'Publish edition 2' }).click()
    await publishing.getByText(/Edition 2.* is published/).waitFor()

    const id = await reviewer.getByRole('link', { name: /^R-\d+$/ }).first().innerText()
    const { page: reader } = await habeas.openPublic()
    await expect.poll(async () => (await reader.request.get(`${habeas.publicAddress}/api/release-events/${id}`)).status()).toBe(200)
    const answer = await reader.request.get(`${habeas.publicAddress}/api/release-events/${id}`)
    const { evidence } = (await answer.json()) as { evidence: { quote: string | null; quoteStart: number | null; quoteEnd: number | null }[] }
    const placed = evidence.filter(({ quote }) => quote !== null)
    expect(placed.length).toBeGreaterThan(8)
    for (const { quote, quoteStart, quoteEnd } of placed) expect(article.trim().slice(quoteStart ?? 0, quoteEnd ?? 0)).toBe(quote)
    await reader.goto(`/release-events/${id}`)
    await reader.getByRole('heading', { level: 1, name: 'Belarus pardons 31 prisoners' }).waitFor()
    await reader.getByRole('button', { name: /source for the date/i }).click()
    await reader.getByRole('dialog').getByText('4 February 2026').first().waitFor()
    await reader.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await reader.getByRole('button', { name: /source for the number for Lithuania/i }).click()
    await reader.getByRole('dialog').getByText('Twenty-two people were taken to Lithuania').first().waitFor()
  })

  test('suggestions are stepped through, and put nowhere by themselves', async () => {
    const { page } = await habeas.openAsKeeper()
    await bringText(page)
    await page.keyboard.press('F2')
    await box(page).evaluate((field) => field instanceof HTMLTextAreaElement && field.setSelectionRange(0, 0))
    for (const expected of ['A country: Belarus', 'A number: 31', 'Someone of the register: Maria Kolesnikova']) {
      await page.keyboard.press('s')
      await said(page).getByText(expected).waitFor()
    }
    expect(await page.getByRole('group', { name: 'Total' }).getByLabel('Number', { exact: true }).inputValue()).toBe('')
    await page.keyboard.type('xyz')
    expect(await box(page).inputValue()).toBe(article.trim())
  })

  test('what is typed is a draft at once: it is there after the page is loaded again, and on the desk', async () => {
    const { page } = await habeas.openAsKeeper()
    await bringText(page)
    await put(page, 'Belarus pardons 31 prisoners', 't', /^Title/)
    await page.getByText(/^Draft saved \d\d:\d\d$/).waitFor()
    await page.waitForURL(/draft=P-\d+/)
    await page.reload()
    await page.getByRole('heading', { name: 'Go on with a draft' }).waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: 'Title', exact: true }).first().inputValue()).not.toBe('')
    await expect.poll(() => box(page).inputValue()).toBe(article.trim())
    await page.goto('/desk')
    await page.getByRole('region', { name: 'Your drafts' }).getByRole('link', { name: 'Belarus pardons 31 prisoners' }).first().waitFor()
  })

  test('a draft open in two windows shows both, field by field, before either is overwritten', async () => {
    const { page: first } = await habeas.openAsKeeper()
    await first.goto('/release-events/new')
    const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true })
    await title(first).fill('As begun')
    await first.getByText(/^Draft saved/).waitFor()
    await first.waitForURL(/draft=P-\d+/)
    const { page: second } = await habeas.openAsKeeper({ expected: [/status of 412/] })
    await second.goto(first.url())
    await expect.poll(() => title(second).inputValue()).toBe('As begun')
    await title(first).fill('From the first window')
    await expect.poll(async () => (await second.request.get('/api/drafts')).text()).toContain('From the first window')
    await title(second).fill('From the second window')
    const both = second.getByRole('table', { name: 'The other window’s draft and yours' })
    await both.getByRole('row', { name: /Title From the first window From the second window/ }).waitFor()
    await second.getByRole('button', { name: 'Take the other window’s' }).click()
    await expect.poll(() => title(second).inputValue()).toBe('From the first window')
  })

  test('a file dropped where the text goes is kept and opened', async () => {
    const { page } = await habeas.openAsKeeper()
    await page.goto('/release-events/new')
    const place = page.getByLabel('Its text')
    await place.waitFor()
    const dataTransfer = await page.evaluateHandle((text) => {
      const carried = new DataTransfer()
      carried.items.add(new File([text], 'article.txt', { type: 'text/plain' }))
      return carried
    }, article)
    await place.dispatchEvent('drop', { dataTransfer })
    await box(page).waitFor()
    expect(await box(page).inputValue()).toBe(article.trim())
  })

  test.for(['light', 'dark'] as const)('axe finds nothing on the form with its text, nor on the last look, in %s', async (colorScheme) => {
    await checkAxe(habeas.browser, `${habeas.deskAddress}/release-events/new`, { colorScheme, storageState: habeas.keeper, prepare: bringTextHere })
    await checkAxe(habeas.browser, `${habeas.deskAddress}/release-events/R-2/correct`, {
      colorScheme,
      storageState: habeas.keeper,
      prepare: async (page) => {
        await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Another title')
        await page.getByLabel('Reason for this change').fill('For the test')
        await page.getByRole('button', { name: 'Check and save' }).click()
        await page.getByRole('heading', { name: 'Check what will be stored' }).waitFor()
      },
    })
  })

  // The last: it ends the session that the others share.
  test('three presses of Shift leave an empty page and no session; a question mark shows the keys', async () => {
    const { page } = await habeas.openAsKeeper({ expected: [/status of 401/] })
    await page.goto('/release-events/1')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Quick exit', { exact: false }).waitFor()
    await page.keyboard.press('Escape')
    await page.goto('/release-events/new')
    await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Typed a moment before')
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    // Three presses count that come quickly: on a slow machine it may take more than one try, as for a person.
    await expect
      .poll(async () => {
        for (let count = 0; count < 3; count += 1) await page.keyboard.press('Shift')
        return page.url()
      }, { interval: 2000 })
      .toBe('about:blank')
    await page.goto('/desk')
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Your desk' }).count()).toBe(0)
    expect(asked).toEqual([])
    const register = new Database(join(habeas.dataDir, 'register.sqlite'), { readonly: true })
    onTestFinished(() => void register.close())
    expect(register.prepare("SELECT count(*) FROM proposal WHERE state = 'draft' AND body LIKE '%Typed a moment before%'").pluck().get()).toBe(1)
  })
})

/** Turned on behind the desk's back: its page has a test of its own. */
const requireASecondPerson = ({ dataDir }: RunningHabeas): void => {
  const register = new Database(join(dataDir, 'register.sqlite'), { timeout: 30_000 })
  register.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES ('second_person_must_approve', 'true')").run()
  register.close()
}

const bringTextHere = async (page: Page): Promise<void> => {
  await page.getByLabel('Its text').fill(article)
  await page.getByRole('button', { name: 'Enter from this text' }).click()
  await said(page).getByText(/^[1-9]\d* suggestions$/).waitFor()
}

import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'

import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/** More stops than any page has before what is looked for. */
const mostStops = 150

const isFocused = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement)

/** Goes to a control as someone without a mouse does. */
const tabTo = async (page: Page, what: Locator): Promise<void> => {
  await what.waitFor()
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await isFocused(what)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The tab key does not lead to ${String(what)}.`)
}

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search people and records' })
const people = (page: Page) => page.getByRole('search').getByRole('list', { name: 'People' })

/** Types words into the search box, reached by its key. */
const searchFor = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.getByRole('search').getByRole('status').filter({ hasText: `“${words}”` }).waitFor()
}

const openTheCitation = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Cite/ }).first().click()
  await page.getByRole('dialog', { name: /^Cite/ }).getByText('SHA-256 of the result', { exact: true }).waitFor()
}

const openTheEvidence = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /for the status$/ }).click()
  await page.getByRole('dialog', { name: 'Sources for the status' }).locator('mark').first().waitFor()
}

const unfoldTheFiles = async (page: Page): Promise<void> => {
  await page.getByText('Take it along').click()
  await page.getByRole('link', { name: 'CSV', exact: true }).waitFor()
}

describe('finding and citing', () => {
  const habeas = runHabeas({ signsIn: true })

  test('by keyboard alone, a Russian spelling finds a person, the evidence of their release opens, and the citation is downloaded', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await searchFor(page, 'Колесникова')
    await people(page).getByText('Колесникова ~ Maria Kolesnikova: Russian or Ukrainian spelling').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Maria Kolesnikova' }).waitFor()

    await tabTo(page, page.getByRole('button', { name: /source.* for this release, R-1$/ }).first())
    await page.keyboard.press('Enter')
    const evidence = page.getByRole('dialog', { name: /^Sources for this release/ })
    await evidence.getByText(/“.*Kolesnikova.*”/).first().waitFor()
    await page.keyboard.press('Escape')
    await evidence.waitFor({ state: 'detached' })

    await tabTo(page, page.getByRole('button', { name: /^Cite/ }))
    await page.keyboard.press('Enter')
    const citation = page.getByRole('dialog', { name: /^Cite/ })
    await tabTo(page, citation.getByRole('radio', { name: 'APA' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const bibtex = await citation.getByRole('textbox', { name: 'Citation in BibTeX' }).inputValue()
    await tabTo(page, citation.getByRole('button', { name: 'Download .bib' }))
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const text = await readFile(await file.path(), 'utf8')

    expect(file.suggestedFilename()).toMatch(/^habeas-edition-1-.+\.bib$/)
    expect(text.trim()).toBe(bibtex)
    expect(text).toContain(`url = {${habeas.publicAddress}/detainees/2?edition=1}`)
    expect(text).toMatch(/SHA-256 of the result [0-9a-f]{64}/)
  })

  test('the key of the search box is a slash like any other where something is typed, and Escape leaves the box', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/release-events')
    const words = page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByRole('textbox')).first()
    await words.fill('and')
    await page.keyboard.press('/')
    await expect.poll(() => words.inputValue()).toBe('and/')
    await words.blur()
    await searchFor(page, 'potash')
    await page.keyboard.press('Escape')
    await expect.poll(() => isFocused(box(page))).toBe(false)
    await expect.poll(() => page.getByRole('search').getByRole('list').count()).toBe(0)
  })

  test('whoever types while a page is on its way goes on typing: its heading does not take the focus', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/detainees')
    const { promise: isTyped, resolve: letCome } = Promise.withResolvers<void>()
    await page.route(/\/api\/detainees\/(?:D-)?2$/, (route) => isTyped.then(() => route.continue()))
    await page.getByRole('main').getByRole('link', { name: 'Maria Kolesnikova' }).click()
    await page.waitForURL(/\/detainees\/(?:D-)?2$/)
    await page.keyboard.press('/')
    await page.keyboard.type('pot')
    letCome()
    await page.getByRole('heading', { level: 1, name: 'Maria Kolesnikova' }).waitFor()
    await allIsThere(page)
    await page.keyboard.type('ash')
    expect(await box(page).inputValue()).toBe('potash')
    expect(await isFocused(box(page))).toBe(true)
  })

  test('the arrows lead through what was found and back to the box', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/methods')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await searchFor(page, 'potash')
    const first = page.getByRole('search').getByRole('listitem').first().getByRole('link')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => isFocused(first)).toBe(true)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => isFocused(box(page))).toBe(true)
  })

  test('Enter opens all results, where “exactly as typed” lets go of other spellings', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await searchFor(page, 'Бяляцкі')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Results for “Бяляцкі”' }).waitFor()
    const found = page.getByRole('main').getByRole('list', { name: 'People' })
    await found.getByRole('link', { name: 'Ales Bialiatski' }).waitFor()
    expect(await found.locator('mark').allInnerTexts()).toContain('Bialiatski')
    await page.getByRole('main').getByRole('checkbox', { name: /^Exactly as typed/ }).check()
    await page.getByText('Nothing in the register answers to “Бяляцкі”.').waitFor()
    await expect.poll(() => new URL(page.url()).search).toBe(`?q=${encodeURIComponent('Бяляцкі')}&exact=yes`)
  })

  test('a citation can be copied without permission to: its text is selected', async () => {
    const { page } = await habeas.openPublic()
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await page.goto('/release-events?destination=LT')
    await openTheCitation(page)
    const dialog = page.getByRole('dialog', { name: /^Cite/ })
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await dialog.getByText('The text is selected', { exact: false }).waitFor()
    const selected = await page.evaluate(() => document.getSelection()?.toString() ?? '')
    expect(selected).toContain('5 release events, taken to Lithuania')
  })

  test('the desk searches too, and has nothing to cite', async () => {
    const { page } = await habeas.openAsKeeper()
    await page.goto('/detainees/2')
    await page.getByRole('heading', { level: 1, name: 'Maria Kolesnikova' }).waitFor()
    expect(await page.getByRole('button', { name: /^Cite/ }).count()).toBe(0)
    await searchFor(page, 'Беляцкий')
    await people(page).getByRole('link', { name: 'Ales Bialiatski' }).waitFor()
  })

  test('the evidence of a status is in words that speak of it, marked in their passage, with publisher and day', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/detainees/1')
    await openTheEvidence(page)
    const dialog = page.getByRole('dialog', { name: 'Sources for the status' })
    expect(await dialog.locator('mark').first().textContent()).toBe('Among those released were:')
    await expect.poll(() => dialog.getByText(/^Publisher: not stated · published: not stated/).count()).toBe(2)
    await expect.poll(() => dialog.getByText('This rests on one source.').count()).toBe(1)
  })

  test('a search is cited by the records it found, and the link opens them', async () => {
    const { page } = await habeas.openPublic()
    await page.goto(`/search?q=${encodeURIComponent('Беляцкий')}`)
    await openTheCitation(page)
    const link = (await page.getByRole('dialog', { name: /^Cite/ }).innerText()).match(/\/search\?found=[^\s]*edition=1/)?.[0]
    expect(link).not.toContain('q=')
    await page.goto(link ?? '')
    await page.getByRole('heading', { level: 1, name: 'Records found by a search' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Ales Bialiatski', exact: true }).waitFor()
  })

  test('axe finds nothing on an open search, evidence, files and citation, and neither is wider than 320 pixels', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const prepare = async (page: Page) => searchFor(page, 'potash')
      await checkAxe(habeas.browser, `${habeas.publicAddress}/methods`, { colorScheme, prepare })
      await checkAxe(habeas.browser, `${habeas.publicAddress}/release-events`, { colorScheme, prepare: openTheCitation })
      await checkAxe(habeas.browser, `${habeas.publicAddress}/detainees/1`, { colorScheme, prepare: openTheEvidence })
      await checkAxe(habeas.browser, `${habeas.publicAddress}/release-events`, { colorScheme, prepare: unfoldTheFiles })
    }
    const { page } = await habeas.openPublic({ viewport: { width: 320, height: 640 } })
    await page.goto('/release-events')
    await allIsThere(page)
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    await searchFor(page, 'Kolesnikova')
    await allIsThere(page)
    expect(await width()).toBeLessThanOrEqual(320)
    await page.keyboard.press('Escape')
    await openTheCitation(page)
    const dialog = page.getByRole('dialog', { name: /^Cite/ })
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  })
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/*
 * An analyst's afternoon on the seed: drags a range on the overview, clicks a country and an entry
 * of the legend, compares two filters, and takes a chart to a page of their own.
 */

const habeas = runHabeas()

const open = async (path: string): Promise<Page> => {
  const { page } = await habeas.openPublic({ viewport: { width: 1280, height: 1000 } })
  await page.goto(path)
  await allIsThere(page)
  return page
}

const totalOf = (figure: Locator) => figure.getByRole('status').first().innerText()
const column = (page: Page, month: string) => page.locator('#time').getByRole('button', { name: new RegExp(`^${month}: `) })

const middleOf = async (target: Locator) => {
  const box = await target.boundingBox()
  expect(box).not.toBeNull()
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
}

describe('a range on the chart over time', () => {
  test('is dragged, filters everything on the overview, and its chips take it back', async () => {
    const page = await open('/')
    const all = await totalOf(page.locator('#places'))
    await column(page, 'September 2025').scrollIntoViewIfNeeded()
    const [from, to] = [await middleOf(column(page, 'September 2025')), await middleOf(column(page, 'December 2025'))]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, to.y + 30, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.getByText('September 2025 to December 2025. Let go').waitFor()
    await page.mouse.up()
    await page.waitForURL(/from=2025-09-01&to=2025-12-31/)
    await page.getByRole('heading', { level: 1, name: 'Prisoners released from September 2025 to December 2025' }).waitFor()
    await expect.poll(() => totalOf(page.locator('#places'))).not.toBe(all)
    await allIsThere(page)
    expect(await totalOf(page.locator('#time'))).toBe(await totalOf(page.locator('#places')))
    await page.getByRole('link', { name: 'Remove all' }).click()
    await expect.poll(() => totalOf(page.locator('#places'))).toBe(all)
  })

  test('is chosen by keyboard with Shift, the arrows and Enter, and let go of with Escape', async () => {
    const page = await open('/')
    await page.locator('#time').getByRole('radio', { name: 'Chart' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByText('July 2024 to September 2024. Press Enter').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('July 2024 to September 2024.').waitFor({ state: 'detached' })
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/from=2024-08-01&to=2024-09-30/)
  })
})

test('a country and an entry of the legend filter, on the overview as on the analysis', async () => {
  const page = await open('/')
  await page.locator('#places').getByRole('button', { name: /^Lithuania: 92/ }).click()
  await page.waitForURL(/destination=LT/)
  await page.getByRole('link', { name: 'Remove filter: Destination: Lithuania' }).click()
  await page.waitForURL((address) => !address.search.includes('destination'))
  await page.locator('#time').getByRole('button', { name: 'Ukraine: show only this' }).click()
  await page.waitForURL(/destination=UA/)
  await page.getByRole('heading', { level: 1, name: 'Prisoners released, taken to Ukraine' }).waitFor()
  await expect.poll(() => totalOf(page.locator('#time'))).toContain('145 releases')
})

test('what is not known under the filter is said, and its records are a click away', async () => {
  for (const path of ['/?destination=LT', '/analysis?destination=LT', '/release-events?destination=LT']) {
    const page = await open(path)
    const limits = page.getByRole('complementary', { name: 'What is not known' })
    await limits.getByText(/^Sources give different numbers: /).waitFor()
    await limits.getByRole('link', { name: '1 event', exact: true }).last().click()
    await page.waitForURL(/release-events\?.*destination=LT.*id=\d+/)
    await page.getByRole('heading', { level: 1, name: /^1 release event/ }).waitFor()
    await expect.poll(() => page.getByRole('table').first().getByRole('row').count()).toBe(2)
  }
})

describe('two filters side by side', () => {
  const address = '/analysis?destination=LT&vs=destination:UA;from:2025-01-01'

  test('have each their sentence, their numbers beside each other and their charts on one scale', async () => {
    const page = await open(address)
    await page.getByRole('heading', { level: 1, name: 'Compared: releases, taken to Lithuania; and releases since January 2025, taken to Ukraine' }).waitFor()
    const numbers = page.getByRole('region', { name: 'Both in numbers' })
    await numbers.getByRole('row', { name: /^Releases of prisoners as reported 92 \(92 to 93\) 145$/ }).waitFor()
    const barOf = (id: string) => page.locator(`#${id} svg[role=group] rect[fill^="url(#series-"]`).first().evaluate((bar) => bar.getBoundingClientRect().width)
    await page.locator('#places-vs').getByRole('button', { name: /^Ukraine: 145/ }).waitFor()
    await allIsThere(page)
    expect((await barOf('places')) / (await barOf('places-vs'))).toBeCloseTo(92 / 145, 1)
    const firstMonth = (id: string) => page.locator(`#${id} [role=button]`).first().getAttribute('aria-label')
    expect((await firstMonth('time'))?.slice(0, 13)).toBe((await firstMonth('time-vs'))?.slice(0, 13))
  })

  test('are narrowed down each for itself, change places, and are one again', async () => {
    const page = await open(address)
    await page.locator('#time-vs').getByRole('button', { name: /^December 2025: / }).click()
    await page.waitForURL((at) => at.searchParams.get('vs') === 'from:2025-12-01;to:2025-12-31;destination:UA' && at.searchParams.get('from') === null)
    await page.getByRole('link', { name: 'Remove filter: Destination: Ukraine' }).click()
    await page.waitForURL((at) => at.searchParams.get('vs') === 'from:2025-12-01;to:2025-12-31')
    await page.getByRole('button', { name: 'Change places' }).click()
    await page.waitForURL((at) => at.searchParams.get('vs') === 'destination:LT' && at.searchParams.get('from') === '2025-12-01')
    await page.getByRole('button', { name: 'Stop comparing' }).click()
    await page.waitForURL((at) => at.searchParams.get('vs') === null)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('Analysis of releases in December 2025')
  })

  test('are taken along as one file with both', async () => {
    const page = await open(address)
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Both as CSV' }).click()])
    const text = readFileSync(await file.path()).toString()
    expect(text).toContain('A,"Releases, taken to Lithuania",as_reported,reported,92,92,93,no,no')
    expect(text).toContain('B,"Releases since January 2025, taken to Ukraine",as_reported,reported,145,145,145,no,no')
  })

  test('are reached from the overview, and a second filter that cannot be read is named and left out', async () => {
    const page = await open('/?destination=LT')
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.waitForURL(/\/analysis\?destination=LT&vs=all/)
    await page.getByRole('heading', { level: 2, name: 'B Releases, without a filter', exact: true }).waitFor()
    const other = await open('/analysis?vs=destination:nowhere')
    await other.getByText(/vs.*destination/).first().waitFor()
    await expect.poll(() => other.getByRole('heading', { level: 1 }).innerText()).toBe('Analysis of all releases')
  })

  test('leave axe nothing to find, and nothing overflows at 320 px', async () => {
    await checkAxe(habeas.browser, habeas.publicAddress + address)
    await checkAxe(habeas.browser, habeas.publicAddress + address, { colorScheme: 'dark', viewport: { width: 375, height: 800 } })
    const { page } = await habeas.openPublic({ viewport: { width: 320, height: 800 } })
    await page.goto(address)
    await allIsThere(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

describe('a chart on a page of someone else', () => {
  /** A page of another site that shows what is pasted into it. */
  const serveBlog = async (frame: string) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><html lang="en"><title>A blog</title><link rel="icon" href="data:,"><h1>A blog</h1>${frame}</html>`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { origin: `http://localhost:${port}`, stop: () => void server.close() }
  }

  test('is pasted as the dialog gives it, keeps its edition, loads nothing from elsewhere and can be read by keyboard', async () => {
    const page = await open('/analysis?destination=LT')
    await page.locator('#time').getByRole('button', { name: /^Embed / }).click()
    const dialog = page.getByRole('dialog', { name: 'Embed this chart' })
    await dialog.getByRole('radio', { name: 'Edition 1 for good' }).check()
    const html = dialog.getByLabel('HTML for your page')
    await expect.poll(() => html.inputValue()).toContain('/embed/time?destination=LT&amp;edition=1"')
    const frame = await html.inputValue()
    expect(frame).toContain('title="Releases of prisoners as reported, taken to Lithuania, by month and destination"')

    const blog = await serveBlog(frame)
    try {
      const { page: reader, expectNoProblems } = await habeas.openPublic({ origins: [blog.origin, habeas.publicAddress] })
      const asked: string[] = []
      reader.on('request', (request) => asked.push(request.url()))
      await reader.goto('/')
      await reader.locator('iframe').scrollIntoViewIfNeeded()
      const inside = reader.frameLocator('iframe')
      await inside.getByRole('heading', { level: 1, name: /taken to Lithuania, by month and destination/ }).waitFor()
      await inside.getByText('edition 1.0, kept for good').waitFor()
      expect(asked.filter((address) => address.includes('/api/stats/'))).toEqual([])
      expect(asked.filter((address) => !address.startsWith(blog.origin) && !address.startsWith(habeas.publicAddress) && !address.startsWith('data:'))).toEqual([])
      await inside.getByRole('button', { name: /^September 2025: / }).focus()
      await inside.locator('strong', { hasText: 'September 2025: 51' }).waitFor()
      await inside.getByRole('button', { name: /^September 2025: / }).press('Enter')
      await inside.getByRole('heading', { level: 1, name: /in September 2025, taken to Lithuania/ }).waitFor()
      await inside.getByRole('link', { name: 'Back to the chart as it was' }).click()
      await inside.getByRole('button', { name: /^December 2025: / }).waitFor()
      expect(await inside.getByRole('link', { name: 'Open in Habeas (new tab)' }).getAttribute('href')).toBe('/analysis?destination=LT&edition=1#time')
      await expectNoProblems()
    } finally {
      blog.stop()
    }
  })

  test.each(['pivot', 'time', 'named', 'places', 'links', 'people', 'held'])('leaves axe nothing to find: %s', async (chart) => {
    await checkAxe(habeas.browser, `${habeas.publicAddress}/embed/${chart}`)
    await checkAxe(habeas.browser, `${habeas.publicAddress}/embed/${chart}?tables=${chart}`, { colorScheme: 'dark', viewport: { width: 375, height: 800 } })
  })

  test('that does not exist says which do, and no other page lets itself be framed', async () => {
    const page = await open('/embed/pie')
    await page.getByRole('heading', { level: 1, name: 'There is no chart of this name' }).waitFor()
    const blog = await serveBlog(`<iframe src="${habeas.publicAddress}/analysis" title="All of it"></iframe>`)
    try {
      const { page: reader, problems } = await habeas.openPublic({ origins: [blog.origin, habeas.publicAddress], expected: [/frame-ancestors/, /Refused to frame/, /X-Frame-Options/i] })
      await reader.goto('/')
      await expect.poll(async () => (await problems()).length).toBeGreaterThan(0)
      expect(await reader.frameLocator('iframe').getByRole('heading').count()).toBe(0)
    } finally {
      blog.stop()
    }
  })
})

describe('what a number rests on goes with it', () => {
  test('the request below a chart or a list names the edition and answers with the same numbers', async () => {
    for (const [path, within, total] of [
      ['/analysis?destination=LT', '#places', 92],
      ['/', '#time', 864],
    ] as const) {
      const page = await open(path)
      const chart = page.locator(within)
      await chart.getByText('Use these numbers in a notebook').click()
      await chart.getByRole('radio', { name: 'Python' }).check()
      const request = chart.getByLabel('Request in Python')
      await expect.poll(() => request.inputValue()).toContain('import pandas as pd')
      const code = await request.inputValue()
      const address = /"(http[^"]+)"/.exec(code)?.[1] ?? ''
      expect(address).toContain('/api/editions/1/stats/')
      const [head = '', ...lines] = (await (await fetch(address)).text()).replace('\uFEFF', '').trim().split('\r\n')
      const at = head.split(',').indexOf('reported')
      expect(lines.reduce((all, line) => all + Number(line.split(',')[at]), 0)).toBe(total)
      expect(head).toMatch(/,rule,rule_version$/)
    }
    const page = await open('/release-events?destination=LT')
    await page.getByText('Take it along').click()
    await page.getByText('Use these numbers in a notebook').click()
    await expect.poll(() => page.getByLabel('Address of the numbers').inputValue()).toMatch(/\/api\/editions\/1\/release-events\.csv\?destination=LT/)
  })

  test('an analysis is cited with its rule, and of two that are compared each for itself', async () => {
    const page = await open('/analysis?destination=LT&rule=named')
    await page.getByRole('button', { name: 'Cite this view' }).click()
    await page.getByRole('dialog').getByText(/named and evidenced/i).first().waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.goto('/analysis?destination=LT&vs=destination:UA')
    await page.getByRole('button', { name: 'Cite filter B' }).click()
    const cited = page.getByRole('dialog', { name: 'Cite filter B' })
    await expect.poll(() => cited.getByLabel('Citation in APA').inputValue()).toContain('Ukraine')
    expect(await cited.getByLabel('Citation in APA').inputValue()).not.toContain('Lithuania')
  })
})

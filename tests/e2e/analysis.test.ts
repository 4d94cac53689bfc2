import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/*
 * The page for analysts, on the invented register, where every chart has something to draw: each
 * is read by keyboard and as a table, taken along, and filters the others.
 */

const charts = ['pivot', 'time', 'named', 'places', 'links', 'people', 'held'] as const
type Chart = (typeof charts)[number]

const fictional = fileURLToPath(new URL('../../server/cli/seed-fictional.ts', import.meta.url))
const dataDir = join(mkdtempSync(join(tmpdir(), 'habeas-analysis-')), 'data')

beforeAll(() => {
  execFileSync(process.execPath, [fictional, '--detainees', '150', '--out', dataDir])
})
afterAll(() => {
  rmSync(join(dataDir, '..'), { recursive: true, force: true })
})
const habeas = runHabeas({ dataDir })

const open = async (search = '', viewport = { width: 1280, height: 900 }): Promise<Page> => {
  const { page } = await habeas.openPublic({ viewport })
  await page.goto(`/analysis${search}`)
  await allIsThere(page)
  for (const chart of charts) await page.locator(`#${chart}`).waitFor()
  return page
}

const totalOf = (figure: Locator) => figure.getByRole('status').first().innerText()

describe('axe finds nothing', () => {
  test.each([
    ['every chart as a chart', '?by=year&split=destination&cumulative=yes'],
    ['the map', '?by=year&map=yes&rows=sex'],
    ['every chart as a table', `?tables=${charts.join(',')}&columns=basis&cumulative=yes&by=year`],
  ])('on %s, in both themes', async (_what, search) => {
    const prepare = async (page: Page) => {
      for (const chart of charts) await page.locator(`#${chart}`).waitFor()
    }
    await checkAxe(habeas.browser, `${habeas.publicAddress}/analysis${search}`, { prepare })
    await checkAxe(habeas.browser, `${habeas.publicAddress}/analysis${search}`, { prepare, colorScheme: 'dark', viewport: { width: 375, height: 900 } })
  })
})

test.each(['?split=destination&cumulative=yes&map=yes', `?tables=${charts.join(',')}&columns=basis`])('at 320 px nothing overflows: %s', async (search) => {
  const page = await open(search, { width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

describe('by keyboard alone', () => {
  test.each(charts)('a value of the chart “%s” is read', async (chart) => {
    const page = await open()
    const figure = page.locator(`#${chart}`)
    await figure.getByRole('radio', { name: 'Chart' }).focus()
    await page.keyboard.press('Tab')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await expect.poll(focused).toMatch(/\S: \S/)
    const first = await focused()
    await page.keyboard.press('ArrowRight')
    await expect.poll(focused).not.toBe(first)
    const second = await focused()
    expect(second).toMatch(/\S: \S/)
    // Who sees the page reads the same below the picture.
    await expect.poll(() => figure.innerText()).toContain(second)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await figure.getByRole('table').first().waitFor()
    await expect.poll(() => page.url()).toContain(`tables=${chart}`)
  })

  test('a column chosen with Enter filters every chart to its month, and the chip takes it back', async () => {
    const page = await open('?split=none')
    const before = await totalOf(page.locator('#pivot'))
    await page.locator('#time').getByRole('radio', { name: 'Chart' }).focus()
    await page.keyboard.press('Tab')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await expect.poll(focused).toMatch(/\S: \S/)
    const value = await focused()
    await page.keyboard.press('Enter')
    await page.waitForURL(/from=\d{4}-\d\d-01&to=/)
    const [month = ''] = value.split(': ')
    await page.getByRole('heading', { level: 1, name: new RegExp(`in ${month}$`) }).waitFor()
    // The month's own column says what it said; the totals hold what may lie in the month as well.
    await page.locator('#time').getByRole('button', { name: value }).waitFor()
    await expect.poll(() => totalOf(page.locator('#pivot'))).not.toBe(before)
    const after = await totalOf(page.locator('#pivot'))
    for (const chart of ['time', 'places'] as const) await expect.poll(() => totalOf(page.locator(`#${chart}`))).toBe(after)
    await page.getByText(/certainly in these dates, \d+ possibly/).waitFor()
    await page.getByRole('link', { name: 'Remove all' }).click()
    await expect.poll(() => totalOf(page.locator('#pivot'))).toBe(before)
  })
})

test('the rule of counting is chosen in the open and changes the numbers', async () => {
  const page = await open()
  const asReported = await totalOf(page.locator('#time'))
  expect(asReported).toContain('releases of prisoners as reported')
  await page.getByRole('radio', { name: /^Named and evidenced/ }).check()
  await expect.poll(() => totalOf(page.locator('#time'))).toContain('releases of named people')
  await expect.poll(() => page.url()).toContain('rule=named')
  await expect.poll(() => page.locator('#time').innerText()).toContain('Counted by the rule “Named and evidenced” (version 1)')
})

test('the map says in words what has no place on it', async () => {
  const page = await open('?map=yes')
  const places = page.locator('#places')
  await places.getByText(/^Not on the map: .*Destination not stated/).waitFor()
  await expect.poll(() => places.locator('svg path').count()).toBeGreaterThan(100)
})

const download = async (page: Page, chart: Chart, name: string, role: 'button' | 'link') => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`#${chart}`).getByRole(role, { name }).click()])
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
}

describe('what is taken along', () => {
  test('is the picture as SVG with title, total, edition, source, licence and nothing from elsewhere', async () => {
    const page = await open('?map=yes&split=basis')
    const reader = await habeas.browser.newPage()
    for (const chart of charts) {
      const title = await page.locator(`#${chart}`).getByRole('heading').innerText()
      const { name, content } = await download(page, chart, 'Picture as SVG', 'button')
      // Our pages forbid making markup of text, so a page of nobody's reads it.
      const read = await reader.evaluate((svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('svg > title')?.textContent, content.toString())
      const text = content.toString()
      expect(name).toMatch(/^[a-z0-9-]+\.svg$/)
      expect(read).toBe(title)
      for (const part of ['Edition 1.0', 'Downloaded on', 'Source: Habeas', 'CC-BY-4.0', habeas.publicAddress, 'Everything here is invented']) {
        // Words wrap at the width of the picture; its description has them whole.
        expect(/<desc>(.*?)<\/desc>/s.exec(text)?.[1]).toContain(part)
      }
      expect(text).not.toMatch(/href|var\(|<image|<style/)
    }
    await reader.close()
  })

  test('is the picture as PNG, twice as large', async () => {
    const page = await open('?map=yes')
    for (const chart of ['time', 'places', 'links'] as const) {
      const { name, content } = await download(page, chart, 'Picture as PNG', 'button')
      expect(name).toMatch(/\.png$/)
      expect(content.subarray(1, 4).toString()).toBe('PNG')
      expect(content.readUInt32BE(16)).toBe(2 * (880 + 48))
      expect(content.length).toBeGreaterThan(20_000)
    }
  })

  test('is the numbers as CSV, the same as those of the page', async () => {
    const page = await open('?rows=year')
    const { content } = await download(page, 'pivot', 'Numbers as CSV', 'link')
    const [head = '', ...lines] = content.toString().replace('\uFEFF', '').trim().split('\r\n')
    const column = head.split(',').indexOf('reported')
    const sum = lines.reduce((all, line) => all + Number(line.split(',')[column]), 0)
    const total = Number(/^(?:at least |about )?([\d,]+)/.exec(await totalOf(page.locator('#pivot')))?.[1]?.replaceAll(',', ''))
    expect(sum).toBe(total)
    for (const chart of charts) expect((await download(page, chart, 'Numbers as CSV', 'link')).content.toString()).toContain(',')
  })

  test('is the link, with filter and chart', async () => {
    const page = await open('?destination=LT')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('#time').getByRole('button', { name: 'Copy link' }).click()
    await page.locator('#time').getByText('The link is copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${habeas.publicAddress}/analysis?destination=LT#time`)
    // Whoever is given such a link comes to the chart.
    const other = await open('?destination=LT#links')
    await expect.poll(() => other.locator('#links').evaluate((figure) => Math.abs(figure.getBoundingClientRect().top) < innerHeight)).toBe(true)
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { findBrowser } from '#tests/support/browser/find-browser.ts'
import { launchBrowser } from '#tests/support/browser/launch-browser.ts'
import { openPage } from '#tests/support/browser/open-page.ts'
import { packageRunsHere } from '#tests/support/browser/packaged-chromium.ts'
import { startBrowser } from '#tests/support/browser/start-browser.ts'
import { serveStrictly } from '#tests/support/browser/strict-site.ts'

describe('a Chromium is found on any machine', () => {
  test.runIf(packageRunsHere)('one without a browser of its own uses that of the npm package, which draws Cyrillic', async () => {
    const found = await findBrowser({ chosen: '', places: [] })
    expect(found.label).toContain('@sparticuz/chromium')
    const browser = await startBrowser(found)
    try {
      const page = await browser.newPage()
      expect(new Set(await page.evaluate(drawLetters, 'Жўіїґё Qz')).size).toBe(9)
    } finally {
      await browser.close()
    }
  })

  test('a CHROMIUM_PATH that does not start is passed over for one that does', async () => {
    expect((await findBrowser({ chosen: '/nowhere/chromium' })).label).not.toContain('/nowhere')
    expect((await findBrowser({ chosen: process.execPath })).label).not.toContain(process.execPath)
  })

  test('where none starts, one sentence says what was tried', async () => {
    await expect(findBrowser({ chosen: '/nowhere/chromium', places: [process.execPath], packaged: false })).rejects.toThrow(
      /^The browser tests need a Chromium and none could be started \(tried CHROMIUM_PATH \/nowhere\/chromium: .*; .*\): install one.*\.$/,
    )
  })
})

describe('a page is watched', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveStrictly>>

  beforeAll(async () => {
    browser = await launchBrowser()
    site = await serveStrictly(pages)
  })
  afterAll(async () => {
    site.stop()
    await browser.close()
  })

  test('a sound page under the strict policy has no problems, for us or for axe', async () => {
    const { page, problems } = await openPage(browser, { origins: [site.origin] })
    await page.goto('/')
    await page.getByRole('heading', { name: 'A sound page' }).waitFor()
    expect(await problems()).toEqual([])
    await checkAxe(browser, site.origin)
  })

  test.for([
    ['an inline script', '/inline-script', 'policy violation', /script-src-elem refused inline/],
    ['an inline style', '/inline-style', 'policy violation', /style-src-attr refused inline/],
    ['text written into a page as HTML', '/unsafe-html', 'policy violation', /require-trusted-types-for refused trusted-types-sink/],
    ['an uncaught error', '/throws', 'uncaught error', /thrown on purpose/],
    ['a promise nobody caught', '/rejects', 'uncaught error', /rejected on purpose/],
    ['an error in the console', '/logs', 'console error', /logged on purpose/],
    ['a missing file', '/missing-file', 'console error', /status of 404/],
  ] as const)('%s fails the test that met it', async ([, path, kind, text]) => {
    const { page, problems, close } = await openPage(browser, { origins: [site.origin] })
    await page.goto(path)
    expect(await problems()).toContainEqual({ kind, text: expect.stringMatching(text) })
    await expect(close()).rejects.toThrow(text)
  })

  test('a request to a stranger fails the test that met it', async () => {
    const { page, close } = await openPage(browser, { origins: [site.origin] })
    await page.goto(site.origin.replace('127.0.0.1', 'localhost'))
    await expect(close()).rejects.toThrow(/foreign request: http:\/\/localhost:\d+\/style\.css/)
  })

  test('a page left open is held to it at the end of its test', { fails: true }, async () => {
    const { page } = await openPage(browser, { origins: [site.origin] })
    await page.goto('/throws')
    expect(page.url()).toBe(`${site.origin}/throws`)
  })

  test('what a test provokes on purpose does not fail it', async () => {
    const { page, expectNoProblems } = await openPage(browser, { origins: [site.origin], expected: [/status of 404/] })
    await page.goto('/no-such-page')
    await expectNoProblems()
  })

  test('axe names the rule, the place and the remedy of text too pale to read', async () => {
    await expect(checkAxe(browser, `${site.origin}/pale`)).rejects.toThrow(/color-contrast \(serious\) at \.pale: .*contrast of/)
  })
})

/** Draws each letter on its own; two letters that the font lacks give the same picture. */
function drawLetters(letters: string): string[] {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) return []
  return [...letters].map((letter) => {
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.font = '40px sans-serif'
    context.fillText(letter, 10, 60)
    return canvas.toDataURL()
  })
}

const pageOf = (body: string, head = '') => `<!doctype html>
<html lang="en"><head><title>A page</title><link rel="stylesheet" href="/style.css">${head}</head>
<body><main><h1>A sound page</h1>${body}</main></body></html>`

const pages: Record<string, string> = {
  '/': pageOf('<p>Nothing is wrong here.</p>'),
  '/style.css': 'body { color: #222; background: #fff } .pale { color: #ccc }',
  '/inline-script': pageOf('<script>document.title = "changed"</script>'),
  '/inline-style': pageOf('<p style="color: red">red</p>'),
  '/unsafe-html': pageOf('', '<script src="/unsafe-html.js" defer></script>'),
  '/unsafe-html.js': 'try { document.body.innerHTML = "<b>text</b>" } catch {}',
  '/throws': pageOf('', '<script src="/throws.js"></script>'),
  '/throws.js': 'throw new Error("thrown on purpose")',
  '/rejects': pageOf('', '<script src="/rejects.js"></script>'),
  '/rejects.js': 'Promise.reject(new Error("rejected on purpose"))',
  '/logs': pageOf('', '<script src="/logs.js"></script>'),
  '/logs.js': 'console.error("logged on purpose")',
  '/missing-file': pageOf('', '<script src="/gone.js"></script>'),
  '/pale': pageOf('<p>This is not.</p><p class="pale">This is hard to read.</p>'),
}

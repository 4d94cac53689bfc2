import type { Browser, BrowserContext, BrowserContextOptions, Page, ViewportSize } from 'playwright-core'
import { onTestFinished, TestRunner } from 'vitest'

import { patienceMs, watchRequests } from './all-is-there.ts'
import { slowDown } from './slow-down.ts'
import { watchForProblems, type Problem } from './watch-for-problems.ts'

export type PageOptions = {
  /** The only origins the page may ask for anything, like `http://127.0.0.1:41234`; the first also resolves relative addresses. */
  origins: string[]
  viewport?: ViewportSize
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  /** Cookies and local storage of an earlier context, for instance of someone signed in. */
  storageState?: BrowserContextOptions['storageState']
  /** What this test provokes on purpose, for instance `/status of 404/`: reported by `problems()`, but no failure. */
  expected?: RegExp[]
}

export type OpenedPage = {
  page: Page
  /** Everything that went wrong so far, in order, the expected included. */
  problems: () => Promise<Problem[]>
  /** Rejects with a list of what went wrong, but for the expected. */
  expectNoProblems: () => Promise<void>
  /** Closes the page, then does as `expectNoProblems`. At the end of a test it happens by itself. */
  close: () => Promise<void>
}

/**
 * A page in a context of its own that fails its test on a violation of the content security
 * policy, an uncaught error, an error in the console or a request to a foreign origin. Opened
 * outside a test (in `beforeAll`), it is closed by whoever opened it.
 */
export async function openPage(
  browser: Browser,
  { origins, viewport = { width: 1280, height: 800 }, colorScheme = 'light', reducedMotion = 'reduce', storageState, expected = [] }: PageOptions,
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    reducedMotion,
    ...(origins[0] === undefined ? {} : { baseURL: origins[0] }),
    ...(storageState === undefined ? {} : { storageState }),
  })
  const problems = await watchForProblems(context, origins)
  const expectNoProblems = async () => {
    const unexpected = (await problems()).filter(({ text }) => !expected.some((pattern) => pattern.test(text)))
    if (unexpected.length > 0) {
      throw new Error(`The page had problems:\n${unexpected.map(({ kind, text }) => `- ${kind}: ${text}`).join('\n')}`)
    }
  }
  let open = true
  const close = async () => {
    if (!open) return
    open = false
    try {
      await expectNoProblems()
    } finally {
      await context.close()
    }
  }
  if (TestRunner.getCurrentTest() !== undefined) onTestFinished(close)
  return { page: await newPage(context), problems, expectNoProblems, close }
}

/** A page that can be asked whether all of it is there, and that is slow when slow pages are asked for. */
export const newPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  watchRequests(page)
  await slowDown(page)
  const goto = page.goto.bind(page)
  page.goto = async (address, options) => {
    const response = await goto(address, options)
    // A page the server drew ahead is there before what runs it: a reader's first click finds it running.
    await page.locator('[inert]').first().waitFor({ state: 'detached' })
    return response
  }
  return page
}

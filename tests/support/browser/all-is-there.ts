import type { Page, Request } from 'playwright-core'

/** How long a step may take before its test gives up, in milliseconds: a guard, generous to slow machines. */
export const patienceMs = 90_000

const underWay = new WeakMap<Page, Set<Request>>()

/** Notes what a page has asked for and was not given yet. Called before it is sent anywhere. */
export const watchRequests = (page: Page): void => {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => {
    // What the page before asked for is nobody's any more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) requests.clear()
    requests.add(request)
  })
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/**
 * Waits until the page shows what it was opened for, as a person would: its heading is there,
 * nothing says that it is loading, being redrawn or worked on, and nothing it asked for is still to
 * come. After a click it is true once what the click began has ended.
 * @throws with what is missing when that does not happen.
 */
export const allIsThere = async (page: Page): Promise<void> => {
  const end = Date.now() + patienceMs
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: patienceMs })
  for (;;) {
    const missing = await stillMissing(page)
    if (missing.length === 0) return
    if (Date.now() > end) throw new Error(`${page.url()} is still not all there: ${missing.join(', ')}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const stillMissing = async (page: Page): Promise<string[]> => {
  const before = await seenMissing(page)
  if (before.length > 0) return before
  // What has come is drawn first, and may ask for more.
  const isDrawn = await page.evaluate(twoFrames).then(() => true, () => false)
  return isDrawn ? seenMissing(page) : ['a page that stays']
}

const seenMissing = async (page: Page): Promise<string[]> => [
  ...[...(underWay.get(page) ?? [])].map((request) => request.url()),
  ...(await page.locator('[role="status"]', { hasText: /^\s*Loading .* …\s*$/ }).allInnerTexts()),
  ...(await page.locator('[aria-busy="true"], progress').all()).map(String),
]

const twoFrames = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve))))
  })

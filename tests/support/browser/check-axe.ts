import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page, ViewportSize } from 'playwright-core'

type AxeOptions = {
  colorScheme?: 'light' | 'dark'
  viewport?: ViewportSize
  /** Cookies and local storage of an earlier context, for instance of someone signed in. */
  storageState?: BrowserContextOptions['storageState']
  /** Brings the page into the state that is checked: waits for its heading, opens a menu. */
  prepare?: (page: Page) => Promise<unknown>
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Opens an address and holds it to WCAG 2.2 AA and axe's best practices. Rejects with each rule,
 * where it is broken and what would mend it. The page is opened without its content security
 * policy, under which axe could not be put into it; `openPage` is for everything else.
 */
export async function checkAxe(
  browser: Browser,
  address: string,
  { colorScheme = 'light', viewport = { width: 1280, height: 800 }, storageState, prepare }: AxeOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    bypassCSP: true,
    // A colour on its way to another is neither.
    reducedMotion: 'reduce',
    colorScheme,
    viewport,
    ...(storageState === undefined ? {} : { storageState }),
  })
  try {
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'networkidle' })
    await prepare?.(page)
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    if (violations.length > 0) {
      throw new Error(`axe finds faults on ${address} (${colorScheme}, ${viewport.width} px):\n${violations.flatMap(describeFault).join('\n')}`)
    }
  } finally {
    await context.close()
  }
}

type Fault = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const describeFault = ({ id, impact, nodes }: Fault): string[] =>
  nodes.map(({ target, failureSummary }) => {
    const summary = (failureSummary ?? '').split('\n').slice(1).map((line) => line.trim()).join('; ')
    return `- ${id} (${impact ?? 'unrated'}) at ${target.join(' ')}: ${summary}`
  })

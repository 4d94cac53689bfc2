import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page, ViewportSize } from 'playwright-core'
import { allIsThere } from './all-is-there.ts'
import { newPage } from './open-page.ts'

type AxeWay = {
  colorScheme?: 'light' | 'dark'
  viewport?: ViewportSize
  /** Brings the page, once all of it is there, into the state that is checked: opens a menu, fills a field. */
  prepare?: (page: Page) => Promise<unknown>
}

/** Cookies and local storage of an earlier context, for instance of someone signed in. */
type StorageState = { storageState?: BrowserContextOptions['storageState'] }

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * A page to hold many addresses to WCAG 2.2 AA and axe's best practices, one after the other.
 * It is opened without its content security policy, under which axe could not be put into it;
 * `openPage` is for everything else.
 */
export async function openForAxe(browser: Browser, { storageState }: StorageState = {}) {
  const context = await browser.newContext({
    bypassCSP: true,
    // A colour on its way to another is neither.
    reducedMotion: 'reduce',
    ...(storageState === undefined ? {} : { storageState }),
  })
  const page = await newPage(context)
  /** Rejects with each rule that is broken, where, and what would mend it. */
  const check = async (address: string, { colorScheme = 'light', viewport = { width: 1280, height: 800 }, prepare }: AxeWay = {}): Promise<void> => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    // Between two addresses that differ behind # only, a browser stays where it is.
    await page.goto('about:blank')
    await page.goto(address)
    await allIsThere(page)
    await prepare?.(page)
    // All in one page, as none of ours holds a frame from elsewhere.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(tags).analyze()
    if (violations.length > 0) {
      throw new Error(`axe finds faults on ${address} (${colorScheme}, ${viewport.width} px):\n${violations.flatMap(describeFault).join('\n')}`)
    }
  }
  return { check, close: () => context.close() }
}

/** Opens an address and holds it to the same, in a context of its own. */
export async function checkAxe(browser: Browser, address: string, { storageState, ...way }: AxeWay & StorageState = {}): Promise<void> {
  const { check, close } = await openForAxe(browser, storageState === undefined ? {} : { storageState })
  try {
    await check(address, way)
  } finally {
    await close()
  }
}

type Fault = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const describeFault = ({ id, impact, nodes }: Fault): string[] =>
  nodes.map(({ target, failureSummary }) => {
    const summary = (failureSummary ?? '').split('\n').slice(1).map((line) => line.trim()).join('; ')
    return `- ${id} (${impact ?? 'unrated'}) at ${target.join(' ')}: ${summary}`
  })

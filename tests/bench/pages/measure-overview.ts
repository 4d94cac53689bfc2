import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, CDPSession, Page, ViewportSize } from 'playwright-core'
import type { Figures } from './limits.ts'

/** As browsers' tools call it: a slow 4G line, and a processor four times slower than this machine's. */
const slow = { latencyMs: 150, down: (1.6 * 1024 * 1024) / 8, up: (0.75 * 1024 * 1024) / 8, processor: 4 }

/** Without a task of more than 50 ms for this long, a page is quiet. */
const quietMs = 2000

type Noted = { largestPaint: number; firstChart: number; layoutShift: number; blocked: number; lastTask: number; answered: number; repainted: number }

/** Runs in the page, before anything of it: notes what the browser says of it. */
const noteFigures = (): void => {
  const noted: Noted = { largestPaint: 0, firstChart: 0, layoutShift: 0, blocked: 0, lastTask: 0, answered: 0, repainted: 0 }
  Reflect.set(globalThis, 'noted', noted)
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  }
  watch('largest-contentful-paint', ({ startTime }) => (noted.largestPaint = startTime))
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean }
    if (!hadRecentInput) noted.layoutShift += value
  })
  watch('longtask', ({ startTime, duration }) => {
    noted.blocked += duration - 50
    noted.lastTask = startTime + duration
  })
  watch('resource', (entry) => {
    if (entry.name.includes('/api/stats/releases?')) noted.answered = (entry as PerformanceResourceTiming).responseEnd
  })
  let title = ''
  const look = (): void => {
    const chart = document.querySelector('#time svg[role=group]')
    if (chart !== null && noted.firstChart === 0) noted.firstChart = performance.now()
    const now = document.querySelector('#time [role=status]')?.textContent ?? ''
    if (now !== title) noted.repainted = performance.now()
    title = now
    requestAnimationFrame(look)
  }
  look()
}

const readNoted = (page: Page): Promise<Noted> => page.evaluate(() => Reflect.get(globalThis, 'noted') as Noted)

/** Asked of the browser itself: what playwright brings into a page to wait there holds it up, and would be counted. */
const untilQuiet = async (tools: CDPSession): Promise<void> => {
  const expression = `document.querySelector('#root *') !== null && document.querySelector('[inert]') === null && performance.now() - noted.lastTask > ${quietMs}`
  while ((await tools.send('Runtime.evaluate', { expression })).result.value !== true) await delay(100)
}

/** Opens the overview in a browser that has kept nothing, and filters it by dates once it is quiet. */
export const measureOverview = async (browser: Browser, address: string, viewport: ViewportSize): Promise<Figures> => {
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    const tools = await context.newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.emulateNetworkConditions', { offline: false, latency: slow.latencyMs, downloadThroughput: slow.down, uploadThroughput: slow.up })
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slow.processor })
    await page.addInitScript(noteFigures)
    await page.goto(`${address}/`)
    await untilQuiet(tools)
    const { largestPaint, firstChart, layoutShift, blocked } = await readNoted(page)
    const filters = page.getByText('Filters', { exact: true })
    if (await filters.isVisible()) await filters.click()
    await page.getByRole('button', { name: 'Last 12 months' }).click()
    await page.waitForFunction(() => {
      const { answered, repainted, firstChart: first } = Reflect.get(globalThis, 'noted') as Noted
      return answered > first && repainted >= answered
    })
    const after = await readNoted(page)
    return { largestPaint, firstChart, layoutShift, blocked, repaint: after.repainted - after.answered }
  } finally {
    await context.close()
  }
}

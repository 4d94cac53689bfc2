import type { Page } from 'playwright-core'

/**
 * As on a slow machine: with `HABEAS_TEST_SLOW=6` in the environment every page works six times
 * slower. Whatever a test does not wait for is then not there yet.
 */
export const slowDown = async (page: Page): Promise<void> => {
  const rate = Number(process.env['HABEAS_TEST_SLOW'] ?? 1)
  if (!(rate > 1)) return
  const devTools = await page.context().newCDPSession(page)
  const slow = () => devTools.send('Emulation.setCPUThrottlingRate', { rate }).then(() => undefined, () => undefined)
  await slow()
  // Another document can be another process, which knows nothing of it.
  page.on('framenavigated', (frame) => void (frame === page.mainFrame() && slow()))
}

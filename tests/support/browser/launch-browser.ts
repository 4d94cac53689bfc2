import type { Browser } from 'playwright-core'
import { inject } from 'vitest'

import { startBrowser } from './start-browser.ts'

/**
 * Starts the Chromium that this run of the tests found. The caller closes it.
 * @throws the one sentence of `findBrowser` when the run found none.
 */
export async function launchBrowser(): Promise<Browser> {
  const found = inject('browserOfTheRun')
  if ('problem' in found) throw new Error(found.problem)
  return startBrowser(found.candidate)
}

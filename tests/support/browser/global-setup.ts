import type { TestProject } from 'vitest/node'

import { findBrowser } from './find-browser.ts'

/** Looks for the browser once a run. Where there is none, the browser tests say so, and the others still run. */
export async function setup(project: TestProject): Promise<void> {
  project.provide(
    'browserOfTheRun',
    await findBrowser().then(
      (candidate) => ({ candidate }),
      (error: Error) => ({ problem: error.message }),
    ),
  )
}

import { chromium, type Browser } from 'playwright-core'

import type { BrowserCandidate } from './candidate.ts'

/** Nothing here may reach for the network by itself: the machine may have none. */
const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts one Chromium, headless. Rejects when it does not start within a minute. */
export function startBrowser({ executablePath, env, sandbox }: BrowserCandidate): Promise<Browser> {
  return chromium.launch({
    executablePath,
    chromiumSandbox: sandbox,
    args: quietFlags,
    env: { ...process.env, ...env },
    timeout: 60_000,
  })
}

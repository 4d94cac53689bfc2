import { stripVTControlCharacters } from 'node:util'

import type { BrowserCandidate } from './candidate.ts'
import { unpackPackagedChromium } from './packaged-chromium.ts'
import { startBrowser } from './start-browser.ts'
import { systemPlaces } from './system-places.ts'

type Launch = Pick<BrowserCandidate, 'executablePath' | 'env'>
type Place = { label: string; prepare: () => Launch | Promise<Launch> }

type Search = {
  /** Tried first; by default the environment's `CHROMIUM_PATH`. */
  chosen?: string | undefined
  /** Paths tried next; by default the usual places of this system. */
  places?: string[]
  /** Whether the npm package `@sparticuz/chromium` is tried last. */
  packaged?: boolean
}

/**
 * The first Chromium that really starts and opens a page: `CHROMIUM_PATH`, then the usual places
 * of the system, then the npm package.
 * @throws one sentence, with everything that was tried, when none does.
 */
export async function findBrowser({
  chosen = process.env['CHROMIUM_PATH'],
  places = systemPlaces(),
  packaged = true,
}: Search = {}): Promise<BrowserCandidate> {
  const refusals: string[] = []
  for (const { label, prepare } of [
    ...(chosen ? [placeAt(`CHROMIUM_PATH ${chosen}`, chosen)] : []),
    ...places.map((path) => placeAt(path, path)),
    ...(packaged ? [{ label: 'the npm package @sparticuz/chromium', prepare: unpackPackagedChromium }] : []),
  ] satisfies Place[]) {
    try {
      return await firstThatOpensAPage(label, await prepare())
    } catch (error) {
      refusals.push(`${label}: ${reasonOf(error)}`)
    }
  }
  const tried = refusals.length === 0 ? 'none was found' : `tried ${refusals.join('; ')}`
  throw new Error(
    `The browser tests need a Chromium and none could be started (${tried}): install one, or name one that starts in CHROMIUM_PATH.`,
  )
}

const placeAt = (label: string, executablePath: string): Place => ({ label, prepare: () => ({ executablePath, env: {} }) })

async function firstThatOpensAPage(label: string, launch: Launch): Promise<BrowserCandidate> {
  const unsandboxed = { label, ...launch, sandbox: false }
  const sandboxed = { ...unsandboxed, sandbox: true }
  // Chromium refuses its sandbox to root.
  if (process.getuid?.() !== 0 && (await opensAPage(sandboxed).then(() => true, () => false))) return sandboxed
  // Many systems forbid the sandbox to programs they do not know; the tests open none but our own pages.
  await opensAPage(unsandboxed)
  return unsandboxed
}

async function opensAPage(candidate: BrowserCandidate): Promise<void> {
  const browser = await startBrowser(candidate)
  try {
    const page = await browser.newPage()
    await page.goto('data:text/html,<title>opened</title>', { timeout: 60_000 })
    if ((await page.title()) !== 'opened') throw new Error('it starts but shows no page')
  } finally {
    await browser.close()
  }
}

/** One line: what the browser itself said last, or the first line of the error. */
function reasonOf(error: unknown): string {
  const lines = stripVTControlCharacters(error instanceof Error ? error.message : String(error)).split('\n')
  const own = lines.findLast((line) => line.includes('[err]'))?.replace(/^.*\[err\]\s*/, '')
  return (own ?? lines[0] ?? '').replace(/^browserType\.launch: /, '').trim()
}

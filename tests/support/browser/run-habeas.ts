import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type SignedIn, signInKeeper } from '../keeper.ts'
import { type Habeas, startHabeas } from '../start-habeas.ts'
import { launchBrowser } from './launch-browser.ts'
import { type OpenedPage, openPage, type PageOptions } from './open-page.ts'

type Options = Partial<PageOptions>

/** A running Habeas and the browser it is looked at with, for the tests of one file. */
export type RunningHabeas = Omit<Habeas, 'stop' | 'pid'> & {
  readonly browser: Browser
  /** The keeper's session, where `signsIn`. */
  readonly keeper: SignedIn
  /** A page whose relative addresses are the public door's. */
  readonly openPublic: (more?: Options) => Promise<OpenedPage>
  /** A page at the desk with nobody signed in. */
  readonly openDesk: (more?: Options) => Promise<OpenedPage>
  /** A page at the desk with the keeper signed in. */
  readonly openAsKeeper: (more?: Options) => Promise<OpenedPage>
}

/**
 * Starts the browser and the real program before all tests of the file, or of the `describe` it
 * is called in, and ends both after them. With `signsIn`, the keeper's account is made. What it
 * gives is there in tests and in later hooks; read earlier, it throws.
 */
export const runHabeas = ({ signsIn = false, dataDir }: { readonly signsIn?: boolean; readonly dataDir?: string } = {}): RunningHabeas => {
  let browser: Browser | undefined
  let habeas: Habeas | undefined
  let keeper: SignedIn | undefined
  beforeAll(async () => {
    // Where there is no browser, nothing else has to start.
    browser = await launchBrowser()
    habeas = await startHabeas(dataDir === undefined ? {} : { dataDir })
    if (signsIn) keeper = await signInKeeper(habeas)
  })
  afterAll(async () => {
    await browser?.close()
    await habeas?.stop()
  })
  const openAt = (address: string, options: Options) => openPage(started(browser), { origins: [address], ...options })
  const openDesk = (more: Options = {}) => openAt(started(habeas).deskAddress, more)
  return {
    get browser() {
      return started(browser)
    },
    get keeper() {
      return started(keeper)
    },
    get publicAddress() {
      return started(habeas).publicAddress
    },
    get deskAddress() {
      return started(habeas).deskAddress
    },
    get firstAccountLink() {
      return started(habeas).firstAccountLink
    },
    get dataDir() {
      return started(habeas).dataDir
    },
    openPublic: (more = {}) => openAt(started(habeas).publicAddress, more),
    openDesk,
    openAsKeeper: (more = {}) => openDesk({ storageState: started(keeper), ...more }),
  }
}

const started = <Part>(part: Part | undefined): Part => {
  if (part === undefined) throw new Error('Nothing is running yet: read this in a test, or in a hook that comes after.')
  return part
}

/** One way to start a Chromium. Plain data, so that it can be handed from vitest's main process to its workers. */
export type BrowserCandidate = {
  /** How a message names it: a path, or the npm package. */
  label: string
  executablePath: string
  /** Added to the environment of the browser's process. */
  env: Record<string, string>
  /** Whether Chromium's own sandbox is on. */
  sandbox: boolean
}

/** What a run of the tests knows about its browser: the one that started, or the sentence that says why none did. */
type BrowserOfTheRun = { candidate: BrowserCandidate } | { problem: string }

declare module 'vitest' {
  interface ProvidedContext {
    browserOfTheRun: BrowserOfTheRun
  }
}

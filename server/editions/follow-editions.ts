import { watch } from 'node:fs'
import type { Logger } from 'pino'
import type { EditionShelf } from './edition-shelf.ts'

/** How often the list of editions is looked at where the file system tells of no change. */
const lookAgainMs = 500

/** Looks at the list of editions again whenever it changes; `looked` is told its labels. Returns how to stop. */
export const followEditions = (
  shelf: EditionShelf,
  editionsDir: string,
  log: Logger,
  looked: (labels: readonly string[]) => void = () => undefined,
): (() => void) => {
  const look = () => {
    const refreshed = shelf.refresh().then(() => looked(shelf.editions.map(({ label }) => label)))
    refreshed.catch((error: unknown) => log.error({ err: error }, 'the list of editions cannot be read'))
  }
  const watcher = watch(editionsDir, look)
  const timer = setInterval(look, lookAgainMs)
  return () => {
    watcher.close()
    clearInterval(timer)
  }
}

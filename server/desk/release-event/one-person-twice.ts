import { MATCH_THRESHOLD, prepareName, scorePrepared } from '../../names/score.ts'

/** Each new name is held against every other of the event; beyond so many pairs an event is a list, which an import checks. */
const mostPairs = 20_000

const isAlike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * Warns of a person that is added and may be someone else of the same event under another
 * spelling. `newNames` are among `names`; names that are written alike have a warning of their own.
 */
export const warnOfOnePersonTwice = (names: readonly string[], newNames: readonly string[]): string[] => {
  const added = [...new Set(newNames)].map(prepareName)
  const all = [...new Set(names)].map(prepareName)
  if (added.length * all.length > mostPairs) return []
  return added.flatMap((one, at) =>
    all
      .filter((other) => !added.slice(0, at + 1).some(({ text }) => text === other.text))
      .filter((other) => !isAlike(one.text, other.text) && Math.max(scorePrepared(one, other).score, scorePrepared(other, one).score) >= MATCH_THRESHOLD)
      .map((other) => `${one.text.trim()} and ${other.text.trim()} may be one person under two spellings. A person is entered once.`),
  )
}

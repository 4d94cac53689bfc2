import type { delimiterLabels } from '#contract/import-settings.ts'

/** What parts the cells of the tables people send; a comma where nothing else fits. */
const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = keyof typeof delimiterLabels

/** Records looked at. */
const looked = 50

/** How many cells each of the first records has with this delimiter, quoted ones counted whole. */
const widths = (text: string, delimiter: string): number[] => {
  const found: number[] = []
  let cells = 1
  let quoted = false
  let fresh = true
  for (const letter of text) {
    if (letter === '"' && (quoted || fresh)) quoted = !quoted
    else if (!quoted && letter === delimiter) cells += 1
    else if (!quoted && letter === '\n') {
      found.push(cells)
      cells = 1
      if (found.length === looked) return found
    }
    fresh = !quoted && (letter === delimiter || letter === '\n')
  }
  return found.length === 0 ? [cells] : found
}

/** Most records of a table have as many cells as its usual one, and more than one. */
const pointsOf = (text: string, delimiter: string): number => {
  const found = widths(text, delimiter)
  const counts = new Map<number, number>()
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [usual, times] = [...counts].reduce((one, other) => (other[1] > one[1] || (other[1] === one[1] && other[0] > one[0]) ? other : one), [1, 0])
  return usual === 1 ? 0 : (times / found.length) * (1 + Math.min(usual, 30) / 100)
}

/** The delimiter that makes the most regular table of the beginning of a file. A guess, shown and changeable. */
export const guessDelimiter = (text: string): Delimiter => {
  const declared = /^sep=([,;\t|])\r?\n/u.exec(text)?.[1]
  const known = delimiters.find((delimiter) => delimiter === declared)
  if (known !== undefined) return known
  const scored = delimiters.map((delimiter) => ({ delimiter, points: pointsOf(text, delimiter) }))
  return scored.reduce((first, next) => (next.points > first.points ? next : first)).delimiter
}

/** Beginnings this long tell strings apart; a shorter string is its own beginning. */
const longestBeginning = 4

/**
 * Tells whether a text holds one of very many strings, in a time that depends on the text and
 * hardly on how many there are: at every place it looks up the strings that begin as the text does.
 */
export const holderOf = (strings: readonly string[]): ((text: string) => boolean) => {
  const byBeginning = new Map<string, string[]>()
  for (const string of new Set(strings)) {
    const beginning = string.slice(0, longestBeginning)
    const known = byBeginning.get(beginning)
    if (known) known.push(string)
    else byBeginning.set(beginning, [string])
  }
  const lengths = [...new Set([...byBeginning.keys()].map(({ length }) => length))]
  return (text) => {
    for (let at = 0; at < text.length; at += 1) {
      for (const length of lengths) {
        const alike = byBeginning.get(text.slice(at, at + length))
        if (alike?.some((string) => text.startsWith(string, at))) return true
      }
    }
    return false
  }
}

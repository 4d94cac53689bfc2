/** Words shorter than this are not looked for with a letter wrong: too many others would fit. */
const shortest = 4
/** No word of a name is longer. */
const longest = 40

/**
 * The word and every form of it with one letter left out: two words that differ by one letter
 * inserted, left out, replaced or swapped with its neighbour share a form (W. Garbe's symmetric
 * deletion). Words that differ by two may share one too. None for a word of fewer
 * than 4 letters or more than 40.
 */
export const deletionForms = (word: string): readonly string[] => {
  if (word.length < shortest || word.length > longest) return []
  const forms = new Set([word])
  for (let index = 0; index < word.length; index += 1) forms.add(word.slice(0, index) + word.slice(index + 1))
  return [...forms]
}

import type { Evidence } from '#contract/common.ts'

type Source = Evidence['source']

/**
 * What stands for a text that is not there. A revision says of no text whether a source never
 * gave it or it was blanked to protect someone, so neither is claimed of it.
 */
export const unstatedWords = (isRevised: boolean): string => (isRevised ? 'not stated or withheld' : 'not stated')

/** True of a source that keeps its number and nothing else, because all that rested on it was withheld. */
export const isEmptied = ({ title, published }: Pick<Source, 'title' | 'published'>): boolean =>
  title === null && published.basis === 'withheld'

/** A source's title, or why there is none to read. */
export const sourceTitle = (source: Pick<Source, 'title' | 'published'>, isRevised: boolean): string => {
  if (source.title !== null) return source.title
  return isEmptied(source) ? 'Withheld to protect someone' : `Title ${unstatedWords(isRevised)}`
}

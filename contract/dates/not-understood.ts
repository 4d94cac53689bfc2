import type { DateToken } from './date-tokens.ts'
import { isDateWord } from './date-vocabulary.ts'
import { monthOf, seasonOf } from './month-words.ts'

const HELP = 'write it as 13 December 2025, December 2025, 2025 or 2025-12-13, or leave it empty when it is not stated'

/** The sentence for a text that is no date; it names the first word that stood in the way. */
export function notUnderstood(tokens: readonly DateToken[]): string {
  const strange = tokens.find((token) => token.kind === 'word' && !isDateWord(token.key) && monthOf(token.key) === null && seasonOf(token.key) === null)
  if (strange === undefined) return `This is not understood as one date: ${HELP}.`
  const shown = strange.raw.length > 30 ? `${strange.raw.slice(0, 30)}…` : strange.raw
  return `“${shown}” is not understood in a date: ${HELP}.`
}

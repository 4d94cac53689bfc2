import { describeSpelling, explainMatch } from '../../names/explain.ts'
import { foldReadings } from '../../names/fold.ts'
import { namePartsOf } from '../../names/key.ts'
import { scriptOf } from '#contract/names/language.ts'
import type { NameScore } from '../../names/score.ts'
import type { SearchWord } from '../../names/search-words.ts'

/** Each typed word sounds as a longer word of the name begins; a whole given name begins no other one. */
const isBegun = (words: readonly SearchWord[], name: string): boolean => {
  const sounds = namePartsOf(name).map(({ sound }) => sound)
  return words.every(({ keys: [begin = ''], wholeKeys }) => wholeKeys.length === 1 && begin.length > 1 && sounds.some((sound) => sound.startsWith(begin)))
}

/**
 * One sentence that says why a name was found: `Беляцкий ~ Ales Bialiatski: Russian spelling`.
 * Where what was typed is part of the name, letter by letter, it says so instead of naming a spelling.
 */
export const whyNamed = (q: string, words: readonly SearchWord[], name: string, score: NameScore): string => {
  if (score.why === 'exact') return explainMatch(q, name, score)
  // Letters of another script fold to the same ones: it is the spelling that tells.
  if (score.why === 'same_letters' && scriptOf(q) !== scriptOf(name)) return `${q} ~ ${name}: ${describeSpelling(q)}`
  if (score.why === 'similar' && scriptOf(q) !== scriptOf(name) && isBegun(words, name)) {
    return `${q} ~ ${name}: words of the name begin so, ${describeSpelling(q)}`
  }
  if (score.why === 'same_letters' || scriptOf(q) !== scriptOf(name)) return explainMatch(q, name, score)
  const spelt = foldReadings(name).flatMap((reading) => reading.split(' '))
  const each = (holds: (typed: string, other: string) => boolean): boolean =>
    words.every(({ folded }) => folded.some((typed) => typed.length > 1 && spelt.some((other) => holds(typed, other))))
  if (each((typed, other) => typed === other)) return `${q} ~ ${name}: the same letters, part of the name`
  if (each((typed, other) => other.startsWith(typed))) return `${q} ~ ${name}: words of the name begin so`
  return explainMatch(q, name, score)
}

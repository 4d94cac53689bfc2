import { LRUCache } from 'lru-cache'
import { wordsOf } from './words.ts'

/** A shorter key is shared by too many words to tell a name. */
const shortestKey = 4

/** A word as it stands in a text. */
export const TEXT_WORD = /[\p{L}\p{M}\p{N}'’‘ʼ]+/gu

/** Words of texts come up again and again: each is worked out once. */
const known = new LRUCache<string, string>({ max: 50_000 })

/** The sound key of one word, whatever its script or spelling; null where it is too short to tell a name. */
export const soundOf = (word: string): string | null => {
  const kept = known.get(word)
  if (kept !== undefined) return kept === '' ? null : kept
  const sound = wordsOf(word)[0]?.sound ?? ''
  const key = sound.length < shortestKey ? '' : sound
  known.set(word, key)
  return key === '' ? null : key
}

/** The sound key of a word of a text that may be a name: one written with a capital. */
export const soundOfName = (word: string): string | null => (/^\p{Lu}/u.test(word) ? soundOf(word) : null)

/**
 * The sound keys of the words of a text that may be names, each once. By these a text is found
 * under other spellings of a name in it.
 */
export const textSounds = (text: string): string =>
  [...new Set([...text.matchAll(TEXT_WORD)].flatMap(([word]) => soundOfName(word) ?? []))].join(' ')

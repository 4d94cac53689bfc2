import { foldReadings } from '../../names/fold.ts'
import { namePartsOf } from '../../names/key.ts'
import { answerOf, wordQuestions } from '../../names/name-candidates.ts'
import { type SearchWord, searchWords } from '../../names/search-words.ts'
import { TEXT_WORD, soundOfName } from '../../names/text-sounds.ts'
import type { Span } from './mark-text.ts'

/** Where a text holds what was typed, and how many of the typed words. */
export type Found = {
  readonly spans: readonly Span[]
  readonly words: number
  /** True where a word is there in another spelling than typed only. */
  readonly isRespelt?: boolean
}

/** Looks for what was typed in one text; `all` is the number of words there are to find. */
export type Matcher = { readonly all: number; readonly find: (text: string) => Found }

type TypedWord = { readonly is: (word: string) => boolean; readonly isInitial: boolean }

/** The words of titles and quotes come up again and again: one answer for each, for as long as the question is asked. */
const remembering = (is: (word: string) => boolean): ((word: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (word) => {
    const answer = known.get(word) ?? is(word)
    known.set(word, answer)
    return answer
  }
}

const isInitial = ({ folded }: SearchWord): boolean => folded.every((reading) => reading.length === 1)

/**
 * Each word of the text that one of the typed words is true of. An initial beside whole words is
 * found, but marks nothing: it begins too many words.
 */
const findWords = (text: string, typed: readonly TypedWord[]): Found => {
  const onlyInitials = typed.every((word) => word.isInitial)
  const found = new Set<number>()
  const spans: Span[] = []
  for (const match of text.matchAll(TEXT_WORD)) {
    const [word] = match
    const here = typed.flatMap(({ is }, index) => (is(word) ? [index] : []))
    for (const index of here) found.add(index)
    if (here.some((index) => onlyInitials || typed[index]?.isInitial === false)) {
      spans.push({ from: match.index, to: match.index + word.length })
    }
  }
  return { spans, words: found.size }
}

const wordsOfFold = (word: string): readonly string[] => foldReadings(word).flatMap((reading) => reading.split(' '))

const beginsFolded = (typed: SearchWord) => (word: string): boolean =>
  wordsOfFold(word).some((folded) => typed.folded.some((begin) => folded.startsWith(begin)))

/** Words that begin as typed, by their folded letters, and names in another spelling: as the index of texts finds them. */
export const textMatcher = (words: readonly SearchWord[]): Matcher => {
  const typed = words.map((word) => {
    const begins = remembering(beginsFolded(word))
    const sounds = remembering((other) => word.sound !== null && soundOfName(other) === word.sound)
    return { is: (other: string) => begins(other) || sounds(other), begins, isInitial: isInitial(word) }
  })
  const asTyped = typed.map((word) => ({ is: word.begins, isInitial: word.isInitial }))
  const find = (text: string): Found => {
    const found = findWords(text, typed)
    return { ...found, isRespelt: findWords(text, asTyped).words < found.words }
  }
  return { all: typed.length, find }
}

/** The same for a name: also by its keys, and with a letter wrong. */
export const nameMatcher = (words: readonly SearchWord[]): Matcher => {
  const typed = words.map((word) => {
    const begins = beginsFolded(word)
    const questions = wordQuestions([word]).flat()
    const is = (named: string): boolean => {
      if (begins(named)) return true
      const part = namePartsOf(named)[0]
      const spelt = { folded: wordsOfFold(named), key: part === undefined ? [] : [part.key, part.sound] }
      return questions.some((question) => spelt[question.kind].some((other) => answerOf(question, other) > 0))
    }
    // In a name an initial does stand for the word it begins.
    return { is, isInitial: false }
  })
  return { all: typed.length, find: (text) => findWords(text, typed) }
}

/** Lower case letter by letter, so that offsets stay those of the text. */
const lowered = (text: string): string =>
  text.replace(/\p{L}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))

const endsInWord = /[\p{L}\p{M}\p{N}]$/u

/**
 * Exactly as typed: the text contains it, letter by letter apart from capitals, beginning where
 * a word begins. Both are to be in Unicode NFC. Something typed without a letter or digit is
 * never found.
 */
export const exactMatcher = (typed: string): Matcher => {
  const wanted = lowered(typed)
  const isWord = searchWords(typed).length > 0
  const find = (text: string): Found => {
    const within = lowered(text)
    const spans: Span[] = []
    let from = isWord ? within.indexOf(wanted) : -1
    while (from !== -1) {
      const isBeginning = !endsInWord.test(within.slice(Math.max(0, from - 2), from))
      if (isBeginning) spans.push({ from, to: from + wanted.length })
      from = within.indexOf(wanted, isBeginning ? from + wanted.length : from + 1)
    }
    return { spans, words: spans.length > 0 ? 1 : 0 }
  }
  return { all: 1, find }
}

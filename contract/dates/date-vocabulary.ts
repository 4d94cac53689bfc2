import type { EdtfMark } from './edtf-point.ts'
import { folded } from './date-tokens.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(folded))

/** Whole texts that say there is no date. */
export const NOT_STATED: ReadonlySet<string> = new Set(
  [
    '', '-', '?', 'not stated', 'unknown', 'not known', 'no date', 'undated', 'n.d.', 'n/a', 'date not stated', 'date unknown',
    'невядома', 'не пазначана', 'дата невядомая', 'неизвестно', 'неизвестна', 'не указано', 'не указана', 'дата неизвестна',
    'невідомо', 'не вказано', 'дата невідома', 'nieznana', 'nieznany', 'nie podano', 'brak daty', 'brak danych', 'data nieznana',
  ].map(folded),
)

/** Words that say nothing about which day it is. */
export const FILLERS = setOf('in on the of at в во у w we dnia г год года году годзе р рік року році рок годам r rok roku')

const MARKS: ReadonlyMap<string, EdtfMark> = new Map([
  ...[...setOf('about around circa c ca approximately approx roughly ~ каля прыблізна прыкладна около примерно приблизительно ок близько приблизно орієнтовно бл około ok')].map((word) => [word, '~'] as const),
  ...[...setOf('perhaps possibly maybe probably presumably ? магчыма верагодна возможно вероятно можливо ймовірно może możliwe prawdopodobnie')].map((word) => [word, '?'] as const),
  ['%', '%'] as const,
])

/** The mark a word or sign puts on a date, or undefined. */
export function markOfWord(key: string): EdtfMark | undefined {
  return MARKS.get(key)
}

export function bothMarks(one: EdtfMark, other: EdtfMark): EdtfMark {
  if (one === '' || one === other) return other
  return other === '' ? one : '%'
}

/** `before` and `after` leave the named date out; `upTo` and `onward` take it in; `unclear` may do either. */
export type Opening = 'before' | 'after' | 'upTo' | 'onward' | 'between' | 'from' | 'unclear'

/** Words that open a period, longer ones first. */
export const OPENINGS: readonly { words: readonly string[]; opening: Opening }[] = [
  ...['not later than', 'no later than', 'не позднее', 'не пізніше', 'не пазней', 'nie później niż'].map((text) => ({ text, opening: 'upTo' as const })),
  ...['not earlier than', 'no earlier than', 'не ранее', 'не раніше', 'не раней', 'nie wcześniej niż'].map((text) => ({ text, opening: 'onward' as const })),
  ...['prior to', 'before', 'перад', 'перед', 'przed'].map((text) => ({ text, opening: 'before' as const })),
  ...['after', 'пасля', 'после', 'після', 'po'].map((text) => ({ text, opening: 'after' as const })),
  ...['between', 'паміж', 'между', 'між', 'między'].map((text) => ({ text, opening: 'between' as const })),
  ...['from', 'since', 'з', 'ад', 'с', 'со', 'від', 'од', 'od'].map((text) => ({ text, opening: 'from' as const })),
  ...['by', 'until', 'till', 'to', 'до', 'да', 'do', 'по', 'па'].map((text) => ({ text, opening: 'unclear' as const })),
].map(({ text, opening }) => ({ words: text.split(' ').map(folded), opening }))

/** What stands between the two dates of "between … and …". */
export const AND_WORDS = setOf('and - і й та и a i')

/** What stands between the two dates of "… to …". */
export const TO_WORDS = setOf('to - till until through да до do по па')

/** Words of the fixed endings "inferred", "day not stated" and "or earlier". */
const ENDING_WORDS = setOf('inferred day month year not stated or earlier later s')

const OPENING_WORDS = new Set(OPENINGS.flatMap(({ words }) => words))

/** True for a word that has a meaning in some date, months and seasons apart. */
export function isDateWord(key: string): boolean {
  return [ENDING_WORDS, OPENING_WORDS, AND_WORDS, TO_WORDS].some((words) => words.has(key)) || MARKS.has(key)
}

import { FILLERS, NOT_STATED, OPENINGS, bothMarks, markOfWord, type Opening } from './date-vocabulary.ts'
import { dateTokens, folded, withoutOrnament, type DateToken } from './date-tokens.ts'
import { parseEdtf, edtfProblem } from './edtf.ts'
import type { EdtfMark } from './edtf-point.ts'
import { formatStatedDate } from './format-date.ts'
import { notUnderstood } from './not-understood.ts'
import { readOpenPeriod, readPeriod, readWhole, type Found } from './read-period.ts'
import { statedDate, type DateBasis, type StatedDate } from './stated-date.ts'

/** Longest text looked at; what `formatStatedDate` writes has fewer than 80 characters. */
const LONGEST = 200

export type DateReading = { date: StatedDate; reading: string } | { problem: string }

/**
 * Reads a date as people type it, in English, Belarusian, Russian, Ukrainian or Polish, in numbers
 * (day first, or year first) or as EDTF. `reading` says how it was read, for the person to check;
 * `problem` is a sentence saying what to do. A century is never guessed. Never throws.
 */
export function readDate(text: string): DateReading {
  // Pasted text brings marks nobody sees (direction, zero-width space).
  const typed = text.replace(/\p{Cf}/gu, '').split(/\s+/u).filter(Boolean).join(' ')
  if (typed.length > LONGEST) return { problem: 'This is too long for a date: write the date alone, such as 13 December 2025.' }
  const key = folded(typed).replace(/\p{Pd}/gu, '-')
  if (NOT_STATED.has(key)) return { date: statedDate(null, 'not_stated'), reading: 'read as not stated' }
  if (key === 'withheld') return { date: statedDate(null, 'withheld'), reading: 'read as withheld' }
  if (parseEdtf(typed) !== null) return answer({ edtf: typed, notes: [] }, 'stated')
  const tokens = withoutOrnament(dateTokens(typed.normalize('NFKC'))).filter((token) => !FILLERS.has(token.key))
  const inferred = tokens.at(-1)?.key === 'inferred'
  const found = readTokens(inferred ? tokens.slice(0, -1) : tokens)
  if (found !== null) return answer(found, inferred ? 'inferred' : 'stated')
  const meantAsEdtf = /^[\dX.]+[-\dX./?~%]*[/X][-\dX./?~%]*$/i.test(typed)
  return { problem: (meantAsEdtf ? edtfProblem(typed) : null) ?? notUnderstood(tokens) }
}

function answer(found: Found, basis: DateBasis): DateReading {
  if ('problem' in found) return found
  const problem = edtfProblem(found.edtf)
  if (problem !== null) return { problem }
  const date = statedDate(found.edtf, basis)
  return { date, reading: ['read as ' + formatStatedDate(date), ...new Set(found.notes)].join(', ') }
}

function readTokens(tokens: readonly DateToken[]): Found | null {
  const tail = marksAtEnd(tokens)
  const head = marksAtStart(tail.rest)
  const mark = bothMarks(head.mark, tail.mark)
  const later = withoutWords(head.rest, 'or later')
  if (later !== null) return readOpenPeriod(later, 'onward', mark)
  const earlier = withoutWords(head.rest, 'or earlier')
  if (earlier !== null) return readOpenPeriod(earlier, 'upTo', mark)
  const { opening, rest } = openingOf(head.rest)
  if (opening === null) return readWhole(rest, mark) ?? readPeriod(rest, 'to', mark)
  if (opening === 'between') return readPeriod(rest, 'and', mark)
  const inner = marksAtStart(rest)
  const innerMark = bothMarks(mark, inner.mark)
  if (opening === 'from') return readPeriod(rest, 'to', mark) ?? readOpenPeriod(inner.rest, 'onward', innerMark)
  if (opening === 'unclear') return unclear(rest)
  return readOpenPeriod(inner.rest, opening, innerMark)
}

function unclear(rest: readonly DateToken[]): Found | null {
  const named = readWhole(rest, '')
  if (named === null || 'problem' in named) return named
  return { problem: 'This does not say whether the date itself is meant too: write “before” and the date, or the date and “or earlier”.' }
}

function openingOf(tokens: readonly DateToken[]): { opening: Opening | null; rest: readonly DateToken[] } {
  const match = OPENINGS.find(({ words }) => words.every((word, index) => tokens[index]?.key === word))
  return match === undefined ? { opening: null, rest: tokens } : { opening: match.opening, rest: tokens.slice(match.words.length) }
}

/** The tokens before a fixed ending, or null when they do not end so. */
function withoutWords(tokens: readonly DateToken[], ending: string): readonly DateToken[] | null {
  const words = ending.split(' ')
  const rest = tokens.slice(0, -words.length)
  return words.every((word, index) => tokens[rest.length + index]?.key === word) ? rest : null
}

function marksAtStart(tokens: readonly DateToken[]): { mark: EdtfMark; rest: readonly DateToken[] } {
  const found = tokens.findIndex((token) => markOfWord(token.key) === undefined)
  const count = found === -1 ? tokens.length : found
  return { mark: combined(tokens.slice(0, count)), rest: tokens.slice(count) }
}

function marksAtEnd(tokens: readonly DateToken[]): { mark: EdtfMark; rest: readonly DateToken[] } {
  const count = tokens.findLastIndex((token) => token.kind !== 'sign' || markOfWord(token.key) === undefined) + 1
  return { mark: combined(tokens.slice(count)), rest: tokens.slice(0, count) }
}

function combined(tokens: readonly DateToken[]): EdtfMark {
  return tokens.map((token) => markOfWord(token.key) ?? '').reduce(bothMarks, '')
}

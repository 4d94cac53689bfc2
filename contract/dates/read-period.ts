import { padded } from './civil-day.ts'
import type { DateToken } from './date-tokens.ts'
import { AND_WORDS, TO_WORDS, bothMarks, markOfWord } from './date-vocabulary.ts'
import { edtfProblem } from './edtf.ts'
import type { EdtfMark } from './edtf-point.ts'
import { neighbourOf } from './neighbour.ts'
import { readPartialDate, type PartialDate } from './partial-date.ts'
import { readSeason } from './seasons.ts'

/** What was found: the EDTF text and notes on how it was read, or a sentence saying what to do. */
export type Found = { edtf: string; notes: readonly string[] } | { problem: string }

const YEAR_MISSING = 'The year is missing: write it with four digits, such as 13 December 2025.'

/** Reads one date or season. Null when the tokens are neither. */
export function readWhole(tokens: readonly DateToken[], mark: EdtfMark): Found | null {
  const season = readSeason(tokens)
  if (season !== null) {
    if ('problem' in season) return season
    const marked = bothMarks(mark, '~')
    return { edtf: `${season.start}${marked}/${season.end}${marked}`, notes: [season.note] }
  }
  const { rest, unknown } = withoutNotStated(tokens)
  const date = readPartialDate(rest)
  if (date === null || 'problem' in date) return date
  if (unknown !== null && unknown !== firstUnknown(date)) return { problem: `The date does not fit “${unknown} not stated”: leave those words out, or check the date.` }
  return date.year === undefined ? { problem: YEAR_MISSING } : { edtf: edtfOf(date) + mark, notes: notesOf(date) }
}

/** Reads "before 2020", "after May 2021", "from 3 July 2024" and their like; `upTo` and `onward` take the named date in. */
export function readOpenPeriod(tokens: readonly DateToken[], kind: 'before' | 'after' | 'upTo' | 'onward', mark: EdtfMark): Found | null {
  const date = readPartialDate(tokens)
  if (date === null || 'problem' in date) return date
  if (date.year === undefined) return { problem: YEAR_MISSING }
  // The neighbour of a day that does not exist would exist.
  const problem = edtfProblem(edtfOf(date))
  if (problem !== null) return { problem }
  const end = kind === 'before' ? beside(date, -1) : kind === 'after' ? beside(date, 1) : date
  const text = edtfOf(end) + mark
  return { edtf: kind === 'before' || kind === 'upTo' ? `../${text}` : `${text}/..`, notes: notesOf(date) }
}

/**
 * Reads two dates with a word or dash between them; what one leaves out ("3" of "3-9 July 2024") is
 * taken from the other. Null when no place to part them gives two dates.
 */
export function readPeriod(tokens: readonly DateToken[], parting: 'and' | 'to', mark: EdtfMark): Found | null {
  const words = parting === 'and' ? AND_WORDS : TO_WORDS
  const found = tokens.flatMap((token, index) => {
    if (!words.has(token.key)) return []
    const period = readEnds(tokens.slice(0, index), tokens.slice(index + 1), mark)
    return period === null ? [] : [period]
  })
  const [only, ...more] = found
  if (more.length > 0) return { problem: 'This can be read as more than one period: write both dates in full, such as between 3 July 2024 and 9 July 2024.' }
  return only ?? null
}

function readEnds(left: readonly DateToken[], right: readonly DateToken[], mark: EdtfMark): Found | null {
  const [first, second] = [readEnd(left, mark), readEnd(right, mark)]
  if (first === null || second === null) return null
  if ('problem' in first) return first
  if ('problem' in second) return second
  const [from, to] = [first.date, second.date]
  // A bare day has its month from a day, never from a month: "3 – July 2024" says too little.
  if ((isBareDay(from) && to.day === undefined) || (isBareDay(to) && from.day === undefined)) return null
  const start = filledFrom(from, to)
  const end = filledFrom(to, from)
  if (start.year === undefined || end.year === undefined) return { problem: YEAR_MISSING }
  return { edtf: `${edtfOf(start)}${first.mark}/${edtfOf(end)}${second.mark}`, notes: [...notesOf(from), ...notesOf(to)] }
}

function readEnd(tokens: readonly DateToken[], mark: EdtfMark): { date: PartialDate; mark: EdtfMark } | { problem: string } | null {
  const count = tokens.findIndex((token) => markOfWord(token.key) === undefined)
  const own = tokens.slice(0, Math.max(count, 0)).map((token) => markOfWord(token.key) ?? '')
  const date = readPartialDate(tokens.slice(own.length))
  if (date === null || 'problem' in date) return date
  return { date, mark: own.reduce(bothMarks, mark) }
}

function isBareDay(date: PartialDate): boolean {
  return date.day !== undefined && date.month === undefined
}

function filledFrom(date: PartialDate, other: PartialDate): PartialDate {
  const month = date.month ?? (date.day === undefined ? undefined : other.month)
  const year = date.year ?? other.year
  return { ...date, ...(month === undefined ? {} : { month }), ...(year === undefined ? {} : { year }) }
}

function beside(date: PartialDate, step: 1 | -1): PartialDate {
  const year = date.decade === true && step === 1 ? (date.year ?? 0) + 9 : (date.year ?? 0)
  const { month, day, ...next } = neighbourOf({ year, month: date.month ?? null, day: date.day ?? null }, step)
  return { ...next, ...(month === null ? {} : { month }), ...(day === null ? {} : { day }) }
}

/** Takes off ", day not stated" and its like, and says which part it names. */
function withoutNotStated(tokens: readonly DateToken[]): { rest: readonly DateToken[]; unknown: string | null } {
  const [unknown, not, stated] = tokens.slice(-3).map((token) => token.key)
  if (unknown === undefined || not !== 'not' || stated !== 'stated') return { rest: tokens, unknown: null }
  return { rest: tokens.slice(0, -3), unknown }
}

function firstUnknown(date: PartialDate): string | null {
  if (date.decade === true) return 'year'
  if (date.month === undefined) return 'month'
  return date.day === undefined ? 'day' : null
}

function edtfOf({ year = 0, month, day, decade }: PartialDate): string {
  if (decade === true) return `${String(year).slice(0, 3)}X`
  return [padded(year, 4), ...[month, day].filter((part) => part !== undefined).map((part) => padded(part, 2))].join('-')
}

function notesOf(date: PartialDate): readonly string[] {
  return date.note === undefined ? [] : [date.note]
}

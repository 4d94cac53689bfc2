import type { Suggestion } from '#contract/captures.ts'
import { folded } from '#contract/dates/date-tokens.ts'
import { monthOf } from '#contract/dates/month-words.ts'
import { readDate } from '#contract/dates/read-date.ts'

/** Words, and numbers with what joins them to one date: `13.12.2025`, `2025-12-13`. */
const piecePattern = /\d+(?:[./-]\d+)*|[\p{L}\p{M}]+/gu
const longest = 5

const isYear = (piece: string): boolean => /^(?:19|20)\d\d$/.test(piece)
const isWhole = (piece: string): boolean => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(piece)
const isMonth = (piece: string): boolean => monthOf(folded(piece)) !== null

/** A month written as people abbreviate it may be another word ("may", "mar"): alone it is no date. */
const saysADate = (pieces: readonly string[]): boolean =>
  pieces.some(isWhole) || (pieces.some(isMonth) && pieces.some((piece) => /^\d/.test(piece))) || (pieces.length === 1 && pieces.some(isYear))

/** Dates in a text, the longest words that are read as one. Nothing is guessed: a day without a month is none. */
export const findDates = (text: string): Suggestion[] => {
  const pieces = Array.from(text.matchAll(piecePattern), (match) => ({ start: match.index, end: match.index + match[0].length, piece: match[0] }))
  const found: Suggestion[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const first = pieces[at]
    if (!first || (!/^\d/.test(first.piece) && !isMonth(first.piece))) continue
    for (let count = longest; count > 0; count -= 1) {
      const last = pieces[at + count - 1]
      if (!last || !saysADate(pieces.slice(at, at + count).map(({ piece }) => piece))) continue
      const words = text.slice(first.start, last.end)
      const read = words.includes('\n') ? { problem: '' } : readDate(words)
      if ('problem' in read || read.date.edtf === null) continue
      found.push({ kind: 'date', start: first.start, end: last.end, words, reading: read.reading, value: words })
      at += count - 1
      break
    }
  }
  return found
}

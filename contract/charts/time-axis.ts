import { shortMonthName } from '../dates/english-months.ts'
import { dayNumber } from './days.ts'
import { type Mark, line, textWidth } from './drawing.ts'

export type TimeAxis = { readonly at: (day: string) => number; readonly marks: (top: number, bottom: number) => Mark[] }

/** An axis over the days from `first` to `last`, with a line and a name at the start of years or of months. */
export const timeAxis = (first: string, last: string, left: number, right: number): TimeAxis => {
  const [from, to] = [dayNumber(first), Math.max(dayNumber(last), dayNumber(first) + 1)]
  const at = (day: string) => left + ((dayNumber(day) - from) / (to - from)) * (right - left)
  return {
    at,
    marks: (top, bottom) =>
      starts(first, last, Math.max(2, Math.floor((right - left) / 72))).flatMap((day, index, days): Mark[] => [
        line(at(day), top, at(day), bottom, 'rule'),
        ...nameMarks(nameOf(day), at(day), at(days[index - 1] ?? first), right, bottom + 15),
      ]),
  }
}

/** At the end of the axis a name stands before its line, or nowhere if the one before is in the way. */
const nameMarks = (text: string, x: number, before: number, right: number, y: number): Mark[] => {
  const wide = textWidth(text, 12)
  if (x + 3 + wide <= right + 8) return [{ kind: 'text', x: x + 3, y, text, size: 12, colour: 'muted' }]
  return x - before < 2 * wide + 9 ? [] : [{ kind: 'text', x: x - 3, y, text, size: 12, colour: 'muted', anchor: 'end' }]
}

const nameOf = (day: string): string =>
  day.slice(5, 7) === '01' ? day.slice(0, 4) : `${shortMonthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`

/** First days of months, as far apart as leaves at most `most` of them. */
const starts = (first: string, last: string, most: number): string[] => {
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const months = month(last) - month(first) + 1
  const step = [1, 3, 6, 12, 24, 60, 120, 240].find((size) => months / size <= most) ?? 600
  const begin = Math.ceil(month(first) / step) * step
  const days: string[] = []
  for (let at = begin; at <= month(last); at += step) {
    const day = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
    if (day >= first) days.push(day)
  }
  return days
}

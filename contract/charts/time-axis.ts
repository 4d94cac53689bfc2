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
      starts(first, last, Math.max(2, Math.floor((right - left) / 72))).flatMap((day): Mark[] => [
        line(at(day), top, at(day), bottom, 'rule'),
        // At the end of the axis a name stands before its line.
        at(day) + 3 + textWidth(nameOf(day), 12) > right + 8
          ? { kind: 'text', x: at(day) - 3, y: bottom + 15, text: nameOf(day), size: 12, colour: 'muted', anchor: 'end' }
          : { kind: 'text', x: at(day) + 3, y: bottom + 15, text: nameOf(day), size: 12, colour: 'muted' },
      ]),
  }
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

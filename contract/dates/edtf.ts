import { boundsOfPoint, readEdtfPoint, type EdtfPoint } from './edtf-point.ts'

/** Every end of an interval is a day, month or year, or null: open (`..`) or unknown (nothing written). */
export type EdtfShape =
  | { kind: 'point'; point: EdtfPoint }
  | { kind: 'interval'; start: EdtfPoint | null; end: EdtfPoint | null }

export type EdtfBounds = {
  /** The text in its one normal form. */
  edtf: string
  /** First possible day, `YYYY-MM-DD`, inclusive; null = open. */
  earliest: string | null
  /** Last possible day, `YYYY-MM-DD`, inclusive; null = open. */
  latest: string | null
  /** Marked `~` or `%` on any end. */
  approximate: boolean
  /** Marked `?` or `%` on any end. */
  uncertain: boolean
  precision: EdtfPoint['precision'] | 'interval'
}

/** Longest text looked at; the longest valid one has 25 characters. */
const LONGEST = 60

/**
 * Reads the subset of EDTF levels 0 and 1 that the register keeps (years 1000 to 9999, no times, no
 * seasons). Null when the text is outside it: `edtfProblem` says why.
 * Rules: https://www.loc.gov/standards/datetime/
 */
export function parseEdtf(text: string): EdtfBounds | null {
  const shape = readEdtf(text)
  return 'problem' in shape ? null : boundsOf(shape)
}

/** A sentence saying what is wrong with the text and what to do, or null when `parseEdtf` reads it. */
export function edtfProblem(text: string): string | null {
  const shape = readEdtf(text)
  return 'problem' in shape ? shape.problem : null
}

/** The date or the two ends the text names. Reads what `parseEdtf` reads. */
export function readEdtf(text: string): EdtfShape | { problem: string } {
  if (text.length > LONGEST && text.trim().length > LONGEST) return { problem: 'This is too long for a date: write a day, a month, a year, or two of them with / between them.' }
  const ends = text.trim().replaceAll('x', 'X').split('/')
  const [first = '', second] = ends.map((end) => end.trim())
  if (ends.length > 2) return { problem: 'A period has two ends: write two dates with one / between them.' }
  if (second !== undefined) return readInterval(first, second)
  const point = readEdtfPoint(first)
  return 'problem' in point ? point : { kind: 'point', point }
}

function readInterval(first: string, second: string): EdtfShape | { problem: string } {
  const start = readEnd(first)
  if (start !== null && 'problem' in start) return start
  const end = readEnd(second)
  if (end !== null && 'problem' in end) return end
  if (start === null && end === null) return { problem: 'A period open on both sides says nothing: write at least one of its dates, or leave the date as not stated.' }
  if (start !== null && end !== null) {
    if (start.text === end.text) return { kind: 'point', point: start }
    // As other EDTF readers do: an end must begin later, which also refuses 2024-07-15/2024-07.
    if (boundsOfPoint(end).earliest <= boundsOfPoint(start).earliest) return { problem: 'The second date of the period does not come after the first: swap them, or write both in the same detail.' }
  }
  return { kind: 'interval', start: start && withoutX(start, start.year), end: end && withoutX(end, end.year + 9) }
}

/** An end without its X, which says nothing more there; a decade becomes the year given. */
function withoutX(end: EdtfPoint, yearOfDecade: number): EdtfPoint {
  if (end.precision !== 'decade') return { ...end, text: end.text.replace(/(-XX)+$/, '') }
  return { ...end, precision: 'year', year: yearOfDecade, text: String(yearOfDecade) }
}

function readEnd(text: string): EdtfPoint | { problem: string } | null {
  return text === '' || text === '..' ? null : readEdtfPoint(text)
}

function boundsOf(shape: EdtfShape): EdtfBounds {
  const start = shape.kind === 'point' ? shape.point : shape.start
  const end = shape.kind === 'point' ? shape.point : shape.end
  const marks = `${start?.mark ?? ''}${end?.mark ?? ''}`
  return {
    // An end nobody knows and an open end limit a date alike, so they are kept alike.
    edtf: shape.kind === 'point' ? shape.point.text : `${start?.text ?? '..'}/${end?.text ?? '..'}`,
    earliest: start === null ? null : boundsOfPoint(start).earliest,
    latest: end === null ? null : boundsOfPoint(end).latest,
    approximate: /[~%]/.test(marks),
    uncertain: /[?%]/.test(marks),
    precision: shape.kind === 'point' ? shape.point.precision : 'interval',
  }
}

import { formatStatedDate } from './format-date.ts'
import { readDate } from './read-date.ts'
import type { StatedDate } from './stated-date.ts'

/** The date that a typed text is read as, or null. */
export const dateTyped = (typed: string): StatedDate | null => {
  const read = readDate(typed)
  return 'problem' in read ? null : read.date
}

/** True when the one is certainly over before the other begins, as both are typed. */
export const isBefore = (first: string, second: string): boolean => {
  const latest = dateTyped(first)?.latest ?? null
  const earliest = dateTyped(second)?.earliest ?? null
  return latest !== null && earliest !== null && latest < earliest
}

/** True when a typed date certainly lies after this day, `YYYY-MM-DD`. */
export const isAfterDay = (typed: string, day: string): boolean => {
  const earliest = dateTyped(typed)?.earliest ?? null
  return earliest !== null && earliest > day
}

export const typedWords = (typed: string): string => {
  const date = dateTyped(typed)
  return date === null ? typed : formatStatedDate(date)
}

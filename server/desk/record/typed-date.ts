import { formatStatedDate } from '#contract/dates/format-date.ts'
import { readDate } from '#contract/dates/read-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'

const readsBack = (text: string, date: StatedDate): boolean => {
  const read = readDate(text)
  return 'date' in read && read.date.edtf === date.edtf && read.date.basis === date.basis
}

/** A date as a person would type it, such that reading it gives the same date again. */
export const typedDate = (date: StatedDate): string => {
  const words = formatStatedDate(date)
  if (readsBack(words, date) || date.edtf === null) return words
  return date.basis === 'inferred' ? `${date.edtf} inferred` : date.edtf
}

/** The date that a typed text was read as. Throws a RangeError for a text the contract refuses. */
export const dateFrom = (typed: string): StatedDate => {
  const read = readDate(typed)
  if ('problem' in read) throw new RangeError(read.problem)
  return read.date
}

import { readDate } from '#contract/dates/read-date.ts'
import { countryOf } from './country-of.ts'

/**
 * The values of a row as evidence asserts them (a code, a number, EDTF), by name. Null is a
 * value that is not stated: it needs no source. An empty text is stated and asserts nothing more.
 */
export type StatedValues = Readonly<Record<string, string | null>>

/*
 * The value of a field as evidence asserts it, from what was typed or chosen.
 */

export const codeValue = (code: string): string | null => (code === '' || code === 'not_stated' ? null : code)

export const dateValue = (typed: string): string | null => {
  const read = readDate(typed)
  return 'problem' in read ? '' : read.date.edtf
}

export const countryValue = (typed: string): string | null => (typed.trim() === '' ? null : (countryOf(typed) ?? ''))

/** A text asserts itself in the words of its quote. */
export const textValue = (typed: string): string | null => (typed.trim() === '' ? null : '')

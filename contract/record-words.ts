import { formatNumber } from './charts/format-count.ts'
import { countryName } from './countries.ts'
import { dateTyped, typedWords } from './dates/typed-days.ts'
import type { FieldShape } from './record-shape.ts'

/** What a record that a field names by its number is called, and a language by its tag. */
export type Naming = {
  readonly record: (prefix: string, id: number) => string
  readonly language: (tag: string) => string
}

/** The value of a field of a write body in words; null where it is not stated. */
export const fieldWords = (row: Readonly<Record<string, unknown>>, field: FieldShape, naming: Naming): string | null => {
  const value = row[field.name]
  if (value === null || value === undefined || value === '' || value === field.unstated) return null
  const text = String(value)
  switch (field.type) {
    case 'date':
      return dateTyped(text)?.basis === 'not_stated' ? null : typedWords(text)
    case 'code':
      return field.labels?.[text] ?? text
    case 'country':
      return countryName(text)
    case 'language':
      return naming.language(text)
    case 'number':
      return formatNumber(Number(value))
    case 'record':
      return naming.record(field.prefix ?? '', Number(value))
    default:
      return text
  }
}

/** A value as evidence asserts it: a code, a country, a number, EDTF. A text has nothing to be compared with. */
export const assertedValue = (row: Readonly<Record<string, unknown>>, field: FieldShape): string | null => {
  const value = row[field.name]
  if (value === null || value === undefined || value === field.unstated) return null
  if (field.type === 'date') return dateTyped(String(value))?.edtf ?? null
  return field.type === 'code' || field.type === 'country' || field.type === 'number' ? String(value) : null
}

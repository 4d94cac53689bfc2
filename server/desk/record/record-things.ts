import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { readDate } from '#contract/dates/read-date.ts'
import { type FieldShape, type RowShape, shapesWithin } from '#contract/record-shape.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { type RecordBody, type PlacedRow, allRows, evidenceOn, fieldValue, sourcesOf } from './record-body.ts'
import type { Names } from './names.ts'
import { dateWords, languageName, listed } from './source-words.ts'
import { type Thing, type Values, newSourceThings, supportOf } from './things.ts'
import { dateFrom } from './typed-date.ts'

type Fields = Readonly<Record<string, unknown>>

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The value of a field in words; null where it is not stated. */
const wordsOf = (row: Fields, field: FieldShape, names: Names): string | null => {
  const value = fieldValue(row, field)
  if (value === null || value === field.unstated) return null
  switch (field.type) {
    case 'date':
      return dateFrom(String(value)).basis === 'not_stated' ? null : dateWords(String(value))
    case 'code':
      return field.labels?.[value] ?? String(value)
    case 'country':
      return countryName(String(value))
    case 'language':
      return languageName(String(value))
    case 'number':
      return formatNumber(Number(value))
    case 'record':
      return field.prefix === 'S' ? names.action(Number(value)) : names.source(Number(value))
    default:
      return String(value)
  }
}

/** A value as evidence asserts it: a code, a country, a number, EDTF. A text has nothing to be compared with. */
const assertedValue = (row: Fields, field: FieldShape): string | null => {
  const value = fieldValue(row, field)
  if (value === null || value === field.unstated) return null
  if (field.type === 'date') return dateFrom(String(value)).edtf
  return field.type === 'code' || field.type === 'country' || field.type === 'number' ? String(value) : null
}

const valuesOf = (row: Fields, { fields }: RowShape): Values => Object.fromEntries(fields.map((field) => [field.name, assertedValue(row, field)]))

/** What a source asserts for a field, in words. */
const assertedWordsOf = (fields: readonly FieldShape[]) => (name: string, asserted: string): string => {
  const field = fields.find((one) => one.name === name)
  if (field?.type === 'code') return field.labels?.[asserted]?.toLowerCase() ?? asserted
  if (field?.type === 'country') return /^[A-Z]{2}$/.test(asserted) ? countryName(asserted) : asserted
  if (field?.type !== 'date') return asserted
  const read = readDate(asserted)
  return 'problem' in read ? asserted : formatStatedDate(read.date)
}

/** All that a row says: "361-1; code of law: Criminal Code". Two that differ never read alike. */
const rowWords = (row: Fields, { fields: [main, ...rest] }: RowShape, names: Names): string =>
  listed(
    main === undefined ? null : wordsOf(row, main, names),
    ...rest.map((field) => {
      const words = wordsOf(row, field, names)
      return words === null ? null : `${field.label.toLowerCase()}: ${words}`
    }),
  )

const rowLabel = ({ row, shape }: Pick<PlacedRow, 'row' | 'shape'>, names: Names): string => {
  const [main] = shape.fields
  const words = main === undefined ? null : wordsOf(row, main, names)
  return words === null ? capitalised(shape.noun) : `${capitalised(shape.noun)}, ${words}`
}

/** The values and rows of a body, in the order of the form. */
export const recordThings = (shape: RowShape, body: RecordBody, names: Names): Thing[] => {
  const fields = [shape, ...shapesWithin(shape)].flatMap((one) => one.fields)
  const support = supportOf(sourcesOf(body), names, assertedWordsOf(fields))
  const rows = allRows(body, shape)
  const outerShape = (inner: PlacedRow) => rows.find(({ row }) => row === inner.within)
  return [
    ...shape.fields.map((field) => ({
      key: field.name,
      label: field.label,
      words: wordsOf(body, field, names),
      ...support(evidenceOn(body, field.name), field.name, { [field.name]: assertedValue(body, field) }),
    })),
    ...rows.map((placed) => {
      const outer = outerShape(placed)
      const { row, path, shape: own } = placed
      return {
        key: row.id === null ? `new ${path}` : `${own.table} ${row.id}`,
        label: rowLabel(placed, names) + (outer === undefined ? '' : ` (${rowLabel(outer, names).toLowerCase().replace(',', ' in')})`),
        words: rowWords(row, own, names),
        ...support(row.evidence, own.supported[0] ?? '', valuesOf(row, own)),
      }
    }),
    ...newSourceThings(sourcesOf(body)),
  ]
}

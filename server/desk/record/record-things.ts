import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { readDate } from '#contract/dates/read-date.ts'
import { type FieldShape, type RowShape, shapesWithin } from '#contract/record-shape.ts'
import { type Naming, assertedValue, fieldWords } from '#contract/record-words.ts'
import { type RecordBody, type PlacedRow, allRows, evidenceOn, sourcesOf } from './record-body.ts'
import type { Names } from './names.ts'
import { languageName, listed } from './source-words.ts'
import { type Thing, type Values, newSourceThings, supportOf } from './things.ts'

type Fields = Readonly<Record<string, unknown>>

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const namingOf = (names: Names): Naming => ({
  record: (prefix, id) => (prefix === 'S' ? names.action(id) : names.source(id)),
  language: languageName,
})

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
const rowWords = (row: Fields, { fields: [main, ...rest] }: RowShape, naming: Naming): string =>
  listed(
    main === undefined ? null : fieldWords(row, main, naming),
    ...rest.map((field) => {
      const words = fieldWords(row, field, naming)
      return words === null ? null : `${field.label.toLowerCase()}: ${words}`
    }),
  )

const mainWords = ({ row, shape: { fields: [main] } }: Pick<PlacedRow, 'row' | 'shape'>, naming: Naming): string | null =>
  main === undefined ? null : fieldWords(row, main, naming)

/** "Charge, 361-1 (detention: Velmaria)". */
const rowLabel = (placed: PlacedRow, outer: PlacedRow | undefined, naming: Naming): string => {
  const words = mainWords(placed, naming)
  const around = outer === undefined ? '' : ` (${[outer.shape.noun, mainWords(outer, naming) ?? []].flat().join(': ')})`
  return `${capitalised(placed.shape.noun)}${words === null ? '' : `, ${words}`}${around}`
}

/** The values and rows of a body, in the order of the form. */
export const recordThings = (shape: RowShape, body: RecordBody, names: Names): Thing[] => {
  const fields = [shape, ...shapesWithin(shape)].flatMap((one) => one.fields)
  const support = supportOf(sourcesOf(body), names, assertedWordsOf(fields))
  const rows = allRows(body, shape)
  const naming = namingOf(names)
  const outerShape = (inner: PlacedRow) => rows.find(({ row }) => row === inner.within)
  return [
    ...shape.fields.map((field) => ({
      key: field.name,
      label: field.label,
      words: fieldWords(body, field, naming),
      ...support(evidenceOn(body, field.name), field.name, { [field.name]: assertedValue(body, field) }),
    })),
    ...rows.map((placed) => {
      const { row, path, shape: own } = placed
      return {
        key: row.id === null ? `new ${path}` : `${own.table} ${row.id}`,
        label: rowLabel(placed, outerShape(placed), naming),
        words: rowWords(row, own, naming),
        ...support(row.evidence, own.supported[0] ?? '', valuesOf(row, own)),
      }
    }),
    ...newSourceThings(sourcesOf(body)),
  ]
}

import { type StatedValues, codeValue, countryValue, dateValue, textValue } from '#client/components/entry/stated-values.ts'
import { readNumber } from '#client/components/entry/read-number.ts'
import type { FieldShape, RowShape } from '#contract/record-shape.ts'
import type { Typed } from './record-draft.ts'

/** The number of a record from what stands in its box, "S-4, United States: …"; null for what names none. */
export const recordNumber = (typed: string, prefix: string): number | null => {
  const found = new RegExp(`^\\s*(?:${prefix}-)?([1-9]\\d{0,14})(?=$|[\\s,:;.])`, 'i').exec(typed)
  return found === null ? null : Number(found[1])
}

const statedValue = (typed: string, { type, unstated, prefix = '' }: FieldShape): string | null => {
  switch (type) {
    case 'code':
      return typed === unstated ? null : codeValue(typed)
    case 'date':
      return dateValue(typed)
    case 'country':
      return countryValue(typed)
    case 'number': {
      const read = readNumber(typed)
      return read === 'empty' ? null : String(read ?? '')
    }
    case 'record':
      return typed.trim() === '' ? null : String(recordNumber(typed, prefix) ?? '')
    default:
      return textValue(typed)
  }
}

/** The values of a row that evidence can support, as evidence asserts them. */
export const statedValues = ({ fields, supported }: RowShape, values: Typed): StatedValues =>
  Object.fromEntries(
    fields.flatMap((field) => (supported.includes(field.name) ? [[field.name, statedValue(values[field.name] ?? '', field)]] : [])),
  )

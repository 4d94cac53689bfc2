import type { Labels } from './codes.ts'

/*
 * What a record that is entered is made of: its fields, the rows in it and what evidence can
 * support. Said once for the form, the difference a reviewer reads, and the tables: a field is the
 * column of its name in snake_case, a date the four columns of it.
 */

export type FieldType = 'text' | 'long' | 'date' | 'code' | 'country' | 'number' | 'language' | 'script' | 'address' | 'record'

export type FieldShape = {
  /** Its name in the write body. */
  readonly name: string
  readonly label: string
  readonly type: FieldType
  /** The words of a code. */
  readonly labels?: Labels
  /** The code that stands for a value which no source states. */
  readonly unstated?: string
  /** What a code that may be left out reads as, where it is. */
  readonly none?: string
  /** Before the number of a record that the field names: "S". */
  readonly prefix?: string
}

export type RowShape = {
  /** Its list in the write body; of the record itself, its kind of proposal. */
  readonly name: string
  /** Its table: what evidence calls it. */
  readonly table: string
  /** "detention" */
  readonly noun: string
  readonly fields: readonly FieldShape[]
  /** The fields that evidence can support; the first is the one meant when none is named. */
  readonly supported: readonly string[]
  /** Rows within each row of it. */
  readonly parts: readonly RowShape[]
}

const field = (type: FieldType) => (name: string, label: string, more: Partial<FieldShape> = {}): FieldShape => ({ name, label, type, ...more })

export const textField = field('text')
export const longField = field('long')
export const dateField = field('date')
export const countryField = field('country')
export const numberField = field('number')
export const languageField = field('language')
export const scriptField = field('script')
export const addressField = field('address')

/** A code; `unstated` is the one that stands for what no source states. */
export const codeField = (name: string, label: string, labels: Labels, unstated?: string): FieldShape => ({
  name,
  label,
  type: 'code',
  labels,
  ...(unstated === undefined ? {} : { unstated }),
})

export const recordField = (name: string, label: string, prefix: string): FieldShape => ({ name, label, type: 'record', prefix })

/** The rows of a shape with all that are within them, the outer ones first. */
export const shapesWithin = (shape: RowShape): RowShape[] => shape.parts.flatMap((part) => [part, ...shapesWithin(part)])

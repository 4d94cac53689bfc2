import type { StatedDate } from '#contract/dates/stated-date.ts'
import { objectOf, valueOf } from './json-sql.ts'

/* The values of answers that SQLite writes: columns, dates as stated, and numbers of records as people read them. */

export const number = (column: string) => valueOf<number>(column)
export const text = (column: string) => valueOf<string>(column)
export const orNull = <T extends number | string>(column: string) => valueOf<T | null>(column)

export const dateOf = (table: string, name: string) =>
  objectOf<StatedDate>({
    edtf: orNull(`${table}.${name}_edtf`),
    earliest: orNull(`${table}.${name}_earliest`),
    latest: orNull(`${table}.${name}_latest`),
    basis: valueOf(`${table}.${name}_basis`),
  })

export const refOf = (prefix: string, column: string) => text(`'${prefix}-' || ${column}`)

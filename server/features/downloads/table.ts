import type { DateBasis, RecordTables } from '../../db/records.ts'
import { dateBasisCodes } from '../common/export-columns.ts'
import type { Cell, Column } from '../../http/export/column.ts'

export type TableName = keyof RecordTables
export type TableRow = Readonly<Record<string, Cell>>

/** A column of a record table as it is taken along. */
export type TableColumn = Column<TableRow> & {
  /** The table that its values are keys of: the `id` there, or the `code` of a destination. */
  readonly refersTo?: TableName
  /** Never empty. */
  readonly required?: boolean
}

/** A record table with what the data dictionary says of it. */
export type PackagedTable = {
  readonly name: TableName
  readonly about: string
  readonly columns: readonly TableColumn[]
}

type More = Pick<TableColumn, 'codes' | 'refersTo' | 'required'>

const column = (type: TableColumn['type'], name: string, about: string, more: More = {}): TableColumn => ({
  name,
  type,
  about,
  ...more,
  of: (row) => row[name] ?? null,
})

export const words = (name: string, about: string, more?: More): TableColumn => column('string', name, about, more)
export const number = (name: string, about: string, more?: More): TableColumn => column('integer', name, about, more)
export const degrees = (name: string, about: string): TableColumn => column('number', name, about)
export const dayOnly = (name: string, about: string): TableColumn => column('date', name, about)

export const id = (about: string): TableColumn => number('id', about, { required: true })

/** The `id` of a row of another table; `required` where there always is one. */
export const key = (name: string, refersTo: TableName, about: string, required = true): TableColumn =>
  number(name, about, { refersTo, required })

/** A code that is always there, with the words of each. */
export const code = (name: string, about: string, codes: Readonly<Record<string, string>>, required = true): TableColumn =>
  words(name, about, { codes, required })

/** The four columns of a civil date. */
export const civilDate = (name: string, about: string): TableColumn[] => [
  words(`${name}_edtf`, `${about}, in EDTF as stated`),
  dayOnly(`${name}_earliest`, `First possible day of ${name}; empty = open`),
  dayOnly(`${name}_latest`, `Last possible day of ${name}; empty = open`),
  code(`${name}_basis`, `How ${name} is known`, dateBasisCodes satisfies Readonly<Record<DateBasis, string>>),
]

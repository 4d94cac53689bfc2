/** What a cell holds: the same value in CSV, XLSX and the tables of a package. */
export type Cell = string | number | boolean | null

/** Absolute address of a page of this site. */
export type Link = (path: string) => string

/** `date` is a day, YYYY-MM-DD; the names are those of Frictionless table schemas. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date'

/** A column of an exported table, with what the data dictionary says of it. */
export type Column<Row> = {
  readonly name: string
  readonly type: ColumnType
  /** A sentence without its full stop. */
  readonly about: string
  /** Every code that can stand here, with its words. */
  readonly codes?: Readonly<Record<string, string>>
  /** Says in words of this program what other columns hold as codes or dates. */
  readonly inWords?: true
  readonly of: (row: Row, link: Link) => Cell
}

type Of<Row, Value> = (row: Row, link: Link) => Value | null

export const text = <Row>(name: string, about: string, of: Of<Row, string>): Column<Row> => ({ name, type: 'string', about, of })
export const whole = <Row>(name: string, about: string, of: Of<Row, number>): Column<Row> => ({ name, type: 'integer', about, of })
export const real = <Row>(name: string, about: string, of: Of<Row, number>): Column<Row> => ({ name, type: 'number', about, of })
export const flag = <Row>(name: string, about: string, of: Of<Row, boolean>): Column<Row> => ({ name, type: 'boolean', about, of })
export const day = <Row>(name: string, about: string, of: Of<Row, string>): Column<Row> => ({ name, type: 'date', about, of })

/** What another column holds, in words of this program. */
export const words = <Row>(name: string, about: string, of: Of<Row, string>): Column<Row> => ({ ...text(name, about, of), inWords: true })

/** A code, and beside it the words for it in a column called `<name>_label`. */
export const coded = <Row, Code extends string>(
  name: string,
  about: string,
  codes: Readonly<Record<Code, string>>,
  of: (row: Row) => Code,
): Column<Row>[] => [
  { name, type: 'string', about, codes, of },
  words(`${name}_label`, `The words for ${name}`, (row) => codes[of(row)]),
]

import { createHash } from 'node:crypto'
import type { Column, Link } from '../../http/export/column.ts'
import { csvOf } from '../../http/export/csv.ts'
import type { TableColumn, TableName } from './table.ts'
import { tableCalled } from './tables.ts'
import type { TableInView } from './view-tables.ts'

/** What is known of a table once it is written. `sha256` is of its bytes in the package. */
export type Tally = { rows: number; bytes: number; sha256: string }

export type DescribedColumn = Pick<TableColumn, 'name' | 'type' | 'about' | 'codes' | 'refersTo' | 'required'>

/** One CSV file of a package. `csv` is read once; `tally` is true when it has been read to its end. */
export type Resource = {
  readonly name: string
  readonly path: string
  readonly about: string
  readonly columns: readonly DescribedColumn[]
  /** The column that names a row. */
  readonly key: string
  readonly csv: () => AsyncGenerator<string, void, undefined>
  readonly tally: Tally
}

async function* counted<Row>(chunks: AsyncIterable<readonly Row[]>, tally: Tally): AsyncGenerator<readonly Row[], void, undefined> {
  for await (const rows of chunks) {
    tally.rows += rows.length
    yield rows
  }
}

async function* hashed(csv: AsyncIterable<string>, tally: Tally): AsyncGenerator<string, void, undefined> {
  const hash = createHash('sha256')
  for await (const text of csv) {
    hash.update(text)
    tally.bytes += Buffer.byteLength(text)
    yield text
  }
  tally.sha256 = hash.digest('hex')
}

type Described<Row> = Omit<Resource, 'csv' | 'tally' | 'columns'> & {
  readonly columns: readonly (Column<Row> & DescribedColumn)[]
  readonly rows: () => AsyncIterable<readonly Row[]>
}

const resource = <Row>({ rows, ...described }: Described<Row>, link: Link): Resource => {
  const tally: Tally = { rows: 0, bytes: 0, sha256: '' }
  return { ...described, tally, csv: () => hashed(csvOf(described.columns, counted(rows(), tally), link), tally) }
}

/** A list as the site shows it: `lists/release-events.csv`. */
export const listResource = <Row>(
  list: {
    readonly name: string
    readonly about: string
    readonly columns: readonly Column<Row>[]
    readonly rows: () => AsyncIterable<readonly Row[]>
  },
  link: Link,
): Resource =>
  resource({ ...list, path: `lists/${list.name}.csv`, key: list.columns[0]?.name ?? 'ref' }, link)

/** A record table: `tables/release_event.csv`. */
export const tableResource = ({ name, rows }: TableInView, link: Link): Resource => {
  const { about, columns } = tableCalled(name)
  return resource({ name: name satisfies TableName, path: `tables/${name}.csv`, about, columns, key: 'id', rows }, link)
}

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { DateBasis } from '../../db/records.ts'

type DateRow<Name extends string> = Readonly<
  Record<`${Name}_edtf` | `${Name}_earliest` | `${Name}_latest`, string | null> & Record<`${Name}_basis`, DateBasis>
>

/** The columns of a date, for a select list: `dateColumns('release_event', 'date')`. */
export const dateColumns = <Table extends string, Name extends string>(table: Table, name: Name) =>
  [
    `${table}.${name}_edtf`,
    `${table}.${name}_earliest`,
    `${table}.${name}_latest`,
    `${table}.${name}_basis`,
  ] as const

/** The four columns as the contract's date. */
export const dateOf = <Name extends string>(row: DateRow<Name>, name: Name): StatedDate => {
  const columns: Readonly<Record<string, string | null>> = row
  return {
    edtf: columns[`${name}_edtf`] ?? null,
    earliest: columns[`${name}_earliest`] ?? null,
    latest: columns[`${name}_latest`] ?? null,
    // The table's CHECK allows these four words only.
    basis: columns[`${name}_basis`] as DateBasis,
  }
}

export const notStatedDate: StatedDate = { edtf: null, earliest: null, latest: null, basis: 'not_stated' }

export type Range = { readonly from?: string | undefined; readonly to?: string | undefined }

export const hasRange = (range: Range): boolean => range.from !== undefined || range.to !== undefined

/** Bounds of a date as SQL, so that a rule can be said of a column or of an expression. */
export type DateSql = {
  readonly edtf: RawBuilder<string | null>
  readonly earliest: RawBuilder<string | null>
  readonly latest: RawBuilder<string | null>
}

export const dateSql = (table: string, name: string): DateSql => ({
  edtf: sql.ref(`${table}.${name}_edtf`),
  earliest: sql.ref(`${table}.${name}_earliest`),
  latest: sql.ref(`${table}.${name}_latest`),
})

export const isUndated = (date: DateSql): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${date.earliest} IS NULL AND ${date.latest} IS NULL)`

/** Rule: DESIGN section 4, "Dates"; the same as `classifyDate` of the contract. */
export const overlaps = (date: DateSql, { from, to }: Range): RawBuilder<SqlBool> => {
  const conditions = [sql<SqlBool>`NOT ${isUndated(date)}`]
  if (from !== undefined) conditions.push(sql<SqlBool>`(${date.latest} IS NULL OR ${date.latest} >= ${from})`)
  if (to !== undefined) conditions.push(sql<SqlBool>`(${date.earliest} IS NULL OR ${date.earliest} <= ${to})`)
  return sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`
}

const isMarked = (date: DateSql): RawBuilder<SqlBool> => sql<SqlBool>`(${date.edtf} GLOB '*[?~%]*')`

export const isInside = (date: DateSql, { from, to }: Range): RawBuilder<SqlBool> => {
  const conditions = [sql<SqlBool>`NOT ${isMarked(date)}`]
  if (from !== undefined) conditions.push(sql<SqlBool>`coalesce(${date.earliest} >= ${from}, 0)`)
  if (to !== undefined) conditions.push(sql<SqlBool>`coalesce(${date.latest} <= ${to}, 0)`)
  return sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`
}

export type Certainty = 'certain' | 'possible' | 'undated'

/** Without a range no question of date is asked: what is dated is certain. */
export const certaintySql = (date: DateSql, range: Range): RawBuilder<Certainty> =>
  hasRange(range)
    ? sql<Certainty>`CASE WHEN ${isUndated(date)} THEN 'undated' WHEN ${isInside(date, range)} THEN 'certain' ELSE 'possible' END`
    : sql<Certainty>`CASE WHEN ${isUndated(date)} THEN 'undated' ELSE 'certain' END`

/** The unit a date surely lies in whole, or null: `2024-07`, `2024-Q3`, `2024`. As `unitOf` of the contract. */
export const unitSql = (date: DateSql, unit: 'month' | 'quarter' | 'year'): RawBuilder<string | null> => {
  const of = (day: RawBuilder<string | null>) => {
    if (unit === 'month') return sql<string>`substr(${day}, 1, 7)`
    if (unit === 'year') return sql<string>`substr(${day}, 1, 4)`
    return sql<string>`substr(${day}, 1, 4) || '-Q' || ((substr(${day}, 6, 2) + 2) / 3)`
  }
  return sql<string | null>`CASE WHEN ${of(date.earliest)} = ${of(date.latest)} AND NOT ${isMarked(date)} THEN ${of(date.earliest)} END`
}

import type { Count } from '#contract/common.ts'
import { countryName } from '#contract/countries.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import { type Column, day, flag, text, whole, words } from '../../http/export/column.ts'

export const dateBasisCodes = {
  stated: 'Stated by a source',
  inferred: 'Worked out from what sources state',
  not_stated: 'Not stated',
  withheld: 'Withheld',
} as const

export const certaintyCodes = {
  certain: 'The date lies wholly in the range asked for, or no range was asked for',
  possible: 'The date overlaps the range, or is uncertain',
  undated: 'No date is on record',
} as const

/** A date as its EDTF text, its bounds, its basis and in words. */
export const dateColumnsOf = <Row>(name: string, about: string, of: (row: Row) => StatedDate): Column<Row>[] => [
  text(name, `${about}, in EDTF as stated`, (row) => of(row).edtf),
  day(`${name}_earliest`, `First possible day of ${name}; empty = open`, (row) => of(row).earliest),
  day(`${name}_latest`, `Last possible day of ${name}; empty = open`, (row) => of(row).latest),
  { name: `${name}_basis`, type: 'string', about: `How ${name} is known`, codes: dateBasisCodes, of: (row) => of(row).basis },
  words(`${name}_words`, `${name} in words`, (row) => formatStatedDate(of(row))),
]

/** A number with its band; an open side is said in a column of its own. All empty where no source gives a number. */
export const countColumns = <Row>(name: string, about: string, of: (row: Row) => Count | null): Column<Row>[] => [
  whole(name, about, (row) => of(row)?.best ?? null),
  whole(`${name}_lowest`, `Lowest of all claims of ${name}`, (row) => of(row)?.lowest ?? null),
  whole(`${name}_highest`, `Highest of all claims of ${name}`, (row) => of(row)?.highest ?? null),
  flag(`${name}_open_low`, `true: ${name} may be lower still`, (row) => of(row)?.openLow ?? null),
  flag(`${name}_open_high`, `true: ${name} may be higher still`, (row) => of(row)?.openHigh ?? null),
]

export const certaintyColumn = <Row extends { certainty: keyof typeof certaintyCodes }>(): Column<Row> => ({
  name: 'certainty',
  type: 'string',
  about: 'How the record stands to the dates of the filter',
  codes: certaintyCodes,
  of: (row) => row.certainty,
})

/** Country codes, one of each, and their names. */
export const placesColumns = <Row extends { destinations: readonly string[] }>(): Column<Row>[] => [
  text('destinations', 'Where people were taken: ISO 3166-1 codes or not_stated, with blanks between', (row) => row.destinations.join(' ')),
  words('destination_names', 'The same in words', (row) => row.destinations.map(countryName).join('; ')),
]

import type { Count } from '#contract/common.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { CsvColumn } from '../../http/export.ts'

/** A date as its EDTF text, its bounds, its basis and in words. */
export const dateCsvColumns = <Row>(name: string, of: (row: Row) => StatedDate): CsvColumn<Row>[] => [
  [name, (row) => of(row).edtf],
  [`${name}_earliest`, (row) => of(row).earliest],
  [`${name}_latest`, (row) => of(row).latest],
  [`${name}_basis`, (row) => of(row).basis],
  [`${name}_words`, (row) => formatStatedDate(of(row))],
]

/** A number with its band; an open side is said in a column of its own. */
export const countColumns = <Row>(name: string, of: (row: Row) => Count | null): CsvColumn<Row>[] => [
  [name, (row) => of(row)?.best ?? null],
  [`${name}_lowest`, (row) => of(row)?.lowest ?? null],
  [`${name}_highest`, (row) => of(row)?.highest ?? null],
  [`${name}_open_low`, (row) => of(row)?.openLow ?? null],
  [`${name}_open_high`, (row) => of(row)?.openHigh ?? null],
]

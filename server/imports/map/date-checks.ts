import { formatStatedDate } from '#contract/dates/format-date.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import { type Report, problemAt } from './cell.ts'
import type { CellReader } from './read-cells.ts'

export type RowDates = Readonly<Record<string, StatedDate | undefined>>

const isBefore = (a: StatedDate | undefined, b: StatedDate | undefined): boolean =>
  a?.latest !== undefined && b?.earliest !== undefined && a.latest !== null && b.earliest !== null && a.latest < b.earliest

/** What cannot come before what, by the fields of a row. */
const order: readonly (readonly [earlier: string, later: string, words: string])[] = [
  ['birth', 'arrest', 'This person would have been arrested before being born'],
  ['arrest', 'end', 'The detention would have ended before it began'],
  ['birth', 'end', 'This person would have been released before being born'],
  ['arrest', 'sentenced', 'The sentence would have been passed before the arrest'],
]

const youngest = 10
const oldest = 105

const checkAge = (cells: CellReader, { birth, arrest }: RowDates, report: Report): void => {
  const cell = cells.cellOf('birth')
  if (cell === undefined || birth?.earliest == null || arrest?.earliest == null || isBefore(arrest, birth)) return
  const age = Number(arrest.earliest.slice(0, 4)) - Number(birth.earliest.slice(0, 4))
  if (age < youngest || age > oldest) {
    report(problemAt(cell, { code: 'age', severity: 'question', reason: `At the arrest this person would have been about ${age} years old. Correct a date, or keep them.` }))
  }
}

/** Reports dates of one row that cannot be true together, and days that have not come yet (`today`, `YYYY-MM-DD`). */
export const checkDates = (cells: CellReader, dates: RowDates, today: string, report: Report): void => {
  for (const [field, date] of Object.entries(dates)) {
    const cell = cells.cellOf(field)
    if (cell === undefined || date?.earliest == null || date.earliest <= today) continue
    report(problemAt(cell, { code: 'in_future', reason: `This day has not come yet: read as ${formatStatedDate(date)}. Correct it.` }))
  }
  for (const [earlier, later, words] of order) {
    const cell = cells.cellOf(later)
    const [first, second] = [dates[earlier], dates[later]]
    if (cell === undefined || first === undefined || second === undefined || !isBefore(second, first)) continue
    report(
      problemAt(cell, {
        code: 'order_of_dates',
        reason: `${words}: ${formatStatedDate(second)} is before ${formatStatedDate(first)}. Correct one of the two.`,
      }),
    )
  }
  checkAge(cells, dates, report)
}

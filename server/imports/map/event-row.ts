import type { ImportSettings } from '#contract/import-settings.ts'
import type { ReleaseCount, ReleaseEvent } from '#seed/batch.ts'
import { exactCount, notStated } from '#seed/parts.ts'
import { type Report, problemAt, problemOfRow } from './cell.ts'
import { checkDates } from './date-checks.ts'
import type { CellReader } from './read-cells.ts'
import { say } from './say.ts'

/** A release event as one row says. */
export type EventRow = Omit<ReleaseEvent, 'key'>

const readCounts = (cells: CellReader, report: Report): ReleaseCount[] => {
  const total = cells.number('total')
  const population = cells.code('population')
  const parts = [...new Map(cells.cells('destinations').map((said) => [said.value.country, said])).values()]
  const sum = parts.reduce((all, { value }) => all + value.number, 0)
  const cell = cells.cellOf('destinations')
  if (total !== null && sum > total.value && cell !== undefined) {
    report(problemAt(cell, { code: 'more_than_total', severity: 'question', reason: `The destinations add up to ${sum}, and the total is ${total.value}. Correct one of them, or keep both.` }))
  }
  const counted = (population?.value ?? 'not_stated') as ReleaseCount['population']
  const first =
    total === null
      ? []
      : [
          exactCount({
            dimension: 'total',
            cell: 'all',
            relation: 'partition',
            best: total.value,
            population: counted,
            state: 'used',
            evidence: [...say('best', total, String(total.value)), ...say('population', population, counted)],
          }),
        ]
  return [
    ...first,
    ...parts.map(({ value, quote }) =>
      exactCount({
        dimension: 'destination',
        cell: value.country,
        relation: 'partition',
        best: value.number,
        state: 'used',
        evidence: say('best', { value, quote }, String(value.number)),
      }),
    ),
  ]
}

/** Reads a row about a release event. It has a title and a country, or says so. */
export const readEvent = (cells: CellReader, settings: Pick<ImportSettings, 'country'>, today: string, report: Report): EventRow => {
  const title = cells.text('title')
  const date = cells.date('date')
  const country = cells.country('country')
  const basis = cells.code('basis')
  const summary = cells.text('summary')
  if (title === null) report(problemOfRow({ code: 'no_title', reason: 'This row has no title. Add one, or leave the row out.' }))
  const where = country?.value ?? settings.country
  if (where === null && !cells.hasCell('country')) {
    report(problemOfRow({ code: 'no_country', reason: 'This row does not say which country released. Add it, or set the country of the whole file.' }))
  }
  checkDates(cells, { date: date?.value }, today, report)
  return {
    title: title?.value ?? '',
    date: date?.value ?? notStated,
    country: where ?? '',
    basis: (basis?.value ?? 'not_stated') as EventRow['basis'],
    summary: summary?.value ?? null,
    counts: readCounts(cells, report),
    people: [],
    notes: [],
    evidence: [
      ...say('title', title, title?.value ?? null),
      ...say('date', date, date?.value.edtf ?? null),
      ...say('country', country, country?.value ?? null),
      ...say('basis', basis, basis?.value ?? null),
      ...say('summary', summary, null),
    ],
  }
}

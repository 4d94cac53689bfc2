import { fieldOf } from '#contract/import-fields.ts'
import type { ImportProblem, ImportSettings } from '#contract/import-settings.ts'
import type { MappedCell } from './cell.ts'
import { type EventPersonRow, readEventPerson } from './event-person-row.ts'
import { type EventRow, readEvent } from './event-row.ts'
import { type PersonRow, readPerson } from './person-row.ts'
import { readCells } from './read-cells.ts'

/** What a row says, as far as it can be read. */
export type RowValue =
  | { readonly kind: 'detainees'; readonly person: PersonRow }
  | { readonly kind: 'release_events'; readonly event: EventRow }
  | ({ readonly kind: 'release_people' } & EventPersonRow)

export type ReadRow = { readonly value: RowValue; readonly problems: readonly ImportProblem[] }

const mappedCells = ({ kind, columns }: ImportSettings, cells: readonly string[]): ReadonlyMap<string, MappedCell> =>
  new Map(
    columns.flatMap((rule) => {
      const field = fieldOf(kind, rule.field)
      return field === undefined ? [] : [[field.key, { field, rule, raw: cells[rule.column] ?? '' }] as const]
    }),
  )

/**
 * Reads one row by the settings of its import. `today` (`YYYY-MM-DD`) is the last day that can have
 * been. A pure function: the same row under the same settings always gives the same.
 */
export const readRow = (settings: ImportSettings, cells: readonly string[], today: string): ReadRow => {
  const problems: ImportProblem[] = []
  const report = (problem: ImportProblem): void => {
    problems.push(problem)
  }
  const reader = readCells(mappedCells(settings, cells), report)
  const { kind } = settings
  const value: RowValue =
    kind === 'detainees'
      ? { kind, person: readPerson(reader, settings, today, report) }
      : kind === 'release_events'
        ? { kind, event: readEvent(reader, settings, today, report) }
        : { kind, ...readEventPerson(reader, settings, today, report) }
  return { value, problems }
}

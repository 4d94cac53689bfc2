import { fieldOf } from '#contract/import-fields.ts'
import { type ImportProblem, type ImportSettings, severityLabels } from '#contract/import-settings.ts'
import { type Column, text, whole } from '../http/export/column.ts'
import { csvOf } from '../http/export/csv.ts'
import type { CheckedRow, RowState } from './check/checker.ts'
import { columnLetters } from './read/check-row.ts'

/** One problem as a report lists it. */
export type Finding = {
  readonly row: number
  /** `C`; empty for the row as a whole. */
  readonly column: string
  /** What the file calls the column. */
  readonly header: string
  readonly field: string
  readonly severity: string
  readonly code: string
  readonly value: string
  readonly reason: string
  readonly suggestion: string | null
}

export const findingOf = (
  { kind }: Pick<ImportSettings, 'kind'>,
  header: readonly string[],
  row: number,
  problem: ImportProblem,
): Finding => ({
  row,
  column: problem.column === null ? '' : columnLetters(problem.column),
  header: problem.column === null ? '' : (header[problem.column] ?? ''),
  field: problem.field === null ? '' : (fieldOf(kind, problem.field)?.label ?? ''),
  severity: severityLabels[problem.severity],
  code: problem.code,
  value: problem.value,
  reason: problem.reason,
  suggestion: problem.suggestion,
})

const findingColumns: readonly Column<Finding>[] = [
  whole('row', 'The row of the file, from 1', ({ row }) => row),
  text('column', 'The letter of the column; empty for the row as a whole', ({ column }) => column),
  text('header', 'What the file calls the column', ({ header }) => header),
  text('field', 'What the column was taken to hold', ({ field }) => field),
  text('severity', 'Whether it stops the row', ({ severity }) => severity),
  text('code', 'What kind of problem it is', ({ code }) => code),
  text('value', 'What stands in the cell', ({ value }) => value),
  text('reason', 'What is wrong, and what to do', ({ reason }) => reason),
  text('suggestion', 'What to write in its place', ({ suggestion }) => suggestion),
]

async function* inOnePiece(findings: readonly Finding[]): AsyncGenerator<readonly Finding[]> {
  yield findings
}

/** Findings as CSV that no spreadsheet runs, whatever stands in the cells: what the desk lets download and the command writes. */
export const reportCsvOf = (findings: AsyncIterable<readonly Finding[]>): AsyncIterable<string> => csvOf(findingColumns, findings, (path) => path)

/** The same for findings that are all there. */
export const reportCsv = (findings: readonly Finding[]): AsyncIterable<string> => reportCsvOf(inOnePiece(findings))

/** How many rows are in which state, and how often each problem was met. */
export type Counts = {
  readonly rows: number
  readonly states: Readonly<Record<RowState, number>>
  readonly problems: Readonly<Record<string, number>>
}

export type Tally = { readonly add: (row: Pick<CheckedRow, 'state' | 'problems'>) => void; readonly counts: () => Counts }

export const tally = (): Tally => {
  const states = { fine: 0, warning: 0, question: 0, error: 0, left_out: 0 }
  const problems: Record<string, number> = {}
  let rows = 0
  return {
    add: ({ state, problems: found }) => {
      rows += 1
      states[state] += 1
      for (const { code } of found) problems[code] = (problems[code] ?? 0) + 1
    },
    counts: () => ({ rows, states: { ...states }, problems: { ...problems } }),
  }
}

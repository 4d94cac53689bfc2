import type { ImportField } from '#contract/import-fields.ts'
import type { ColumnRule, ImportProblem } from '#contract/import-settings.ts'

/** A cell with the field it stands for and the rules of its column. */
export type MappedCell = { readonly field: ImportField; readonly rule: ColumnRule; readonly raw: string }

/** Takes in what is wrong with a cell. */
export type Report = (problem: ImportProblem) => void

type Said = Pick<ImportProblem, 'code' | 'reason'> & Partial<Pick<ImportProblem, 'severity' | 'suggestion'>>

/** A problem of one cell: an error without suggestion unless said otherwise. */
export const problemAt = ({ field, rule, raw }: MappedCell, { code, reason, severity, suggestion }: Said): ImportProblem => ({
  column: rule.column,
  field: field.key,
  code,
  severity: severity ?? 'error',
  value: raw.slice(0, 500),
  reason,
  suggestion: suggestion ?? null,
})

/** A problem of a row as a whole. */
export const problemOfRow = (said: Said & { readonly value?: string }): ImportProblem => ({
  column: null,
  field: null,
  code: said.code,
  severity: said.severity ?? 'error',
  value: said.value ?? '',
  reason: said.reason,
  suggestion: said.suggestion ?? null,
})

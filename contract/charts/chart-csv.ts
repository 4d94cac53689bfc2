import { markFormula } from '../spreadsheet-text.ts'

/** A table as RFC 4180 text. What a spreadsheet would run as a formula is kept as text by an apostrophe. */
export const csvText = (
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string => [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')

const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = markFormula(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

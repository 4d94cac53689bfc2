import type { ExportFile } from '#contract/exports.ts'

/** What each kind of file is called, and what is in it where it is of a list. */
export const fileWords: Readonly<Record<ExportFile['format'], { readonly name: string; readonly about: string }>> = {
  csv: { name: 'CSV', about: 'one table with codes and their words, for any program' },
  json: { name: 'JSON', about: 'the rows as the API answers them' },
  xlsx: { name: 'XLSX', about: 'a workbook, with a sheet that says what was asked' },
  zip: { name: 'ZIP package', about: 'all tables behind the rows with their evidence and sources, described for machines and people' },
  sqlite: { name: 'SQLite file', about: 'the whole edition' },
}

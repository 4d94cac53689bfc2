/** What a file may hold at most. Beyond any of these it is refused with what to do, before it fills memory. */
export const readLimits = {
  /** Bytes of the file itself; a setting of the installation. */
  fileBytes: 200 * 1024 * 1024,
  /** A JSON file is read whole. */
  jsonBytes: 50 * 1024 * 1024,
  columns: 500,
  rows: 1_000_000,
  /** Characters in a cell: what a spreadsheet itself allows. */
  cellLetters: 32_767,
  /** Files inside an XLSX. */
  entries: 2000,
  /** Bytes of an XLSX when inflated, and how many times more than packed, once it is past `ratioFrom`. */
  inflatedBytes: 1024 * 1024 * 1024,
  ratio: 250,
  ratioFrom: 10 * 1024 * 1024,
  /** Characters of all shared texts of an XLSX: they are kept in memory. */
  sharedLetters: 100 * 1024 * 1024,
} as const

export type ReadLimits = { readonly [Name in keyof typeof readLimits]: number }

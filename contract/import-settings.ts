import { visibilityLabels, codeOf } from './codes.ts'
import { CountryCode } from './countries.ts'
import { ImportKind, fieldOf } from './import-fields.ts'
import { SourceWrite } from './source-write.ts'
import { z } from './zod.ts'

/* How a table is to be read: what the desk asks for, a profile keeps and the command line takes. */

export const dateOrderLabels = { day_first: 'Day first (21.6.2025)', month_first: 'Month first (6/21/2025)' } as const
export const serialLabels = { no: 'Ask about each', '1900': 'Read as days, from 1900', '1904': 'Read as days, from 1904' } as const
export const nameOrderLabels = { as_written: 'As written', surname_first: 'Surname first' } as const

/** Words that say that a cell is empty, unless a column says otherwise; case does not matter. */
export const usualBlanks: readonly string[] = ['-', '–', '—', '.', 'n/a', 'na', 'нет данных', 'не указано', 'няма звестак', 'немає даних']

export const ColumnRule = z.strictObject({
  /** Counted from 0. */
  column: z.number().int().min(0).max(499),
  field: z.string().max(40),
  dateOrder: codeOf(dateOrderLabels).default('day_first'),
  /** Numbers such as 45292 where a date is expected. */
  serials: codeOf(serialLabels).default('no'),
  nameOrder: codeOf(nameOrderLabels).default('as_written'),
  blanks: z.array(z.string().max(60)).max(50).default([...usualBlanks]),
  /** Whole cells that stand for something else: `сядзіць` for `Serving a sentence`; case does not matter. */
  replace: z.array(z.strictObject({ from: z.string().min(1).max(500), to: z.string().max(500) })).max(500).default([]),
})
export type ColumnRule = z.output<typeof ColumnRule>

export const encodingNames = [
  'utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5', 'windows-1250', 'windows-1252', 'windows-1257',
] as const
export const delimiterLabels = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar |' } as const

export const ImportSettings = z
  .strictObject({
    kind: ImportKind,
    /** Null where it is guessed, or the file has none. */
    encoding: z.enum(encodingNames).nullable().default(null),
    delimiter: z.enum([',', ';', '\t', '|']).nullable().default(null),
    sheet: z.string().max(200).nullable().default(null),
    /** The row with the columns' names, counted from 1; 0 where there is none. */
    headerRow: z.number().int().min(0).max(1000).default(1),
    columns: z.array(ColumnRule).max(500),
    /** The country of every row whose own cell says none. */
    country: CountryCode.nullable().default(null),
    visibility: codeOf(visibilityLabels).default('public'),
    /** What the whole file comes from; asked for before it is submitted. */
    source: SourceWrite.nullable().default(null),
  })
  .superRefine(({ kind, columns }, context) => {
    const fields = new Set<string>()
    columns.forEach(({ field }, index) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['columns', index, 'field'], message })
      if (fieldOf(kind, field) === undefined) refuse('There is no such field. Choose one of the list, or leave the column out.')
      else if (fields.has(field)) refuse('Two columns hold the same field. Leave one of them out.')
      fields.add(field)
    })
  })
export type ImportSettings = z.output<typeof ImportSettings>

const KeptRule = z.object({
  column: z.number().int(),
  field: z.string(),
  dateOrder: codeOf(dateOrderLabels),
  serials: codeOf(serialLabels),
  nameOrder: codeOf(nameOrderLabels),
  blanks: z.array(z.string()),
  replace: z.array(z.object({ from: z.string(), to: z.string() })),
})

const KeptSource = z.object({
  key: z.string(),
  id: z.number().int().nullable(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string(),
  language: z.string().nullable(),
})

/** The same as it is kept and answered. */
export const KeptImportSettings = z
  .object({
    kind: ImportKind,
    encoding: z.enum(encodingNames).nullable(),
    delimiter: z.enum([',', ';', '\t', '|']).nullable(),
    sheet: z.string().nullable(),
    headerRow: z.number().int(),
    columns: z.array(KeptRule),
    country: z.string().nullable(),
    visibility: codeOf(visibilityLabels),
    source: KeptSource.nullable(),
  })
  .meta({ id: 'ImportSettings' })

export const severityLabels = { error: 'Must be corrected', question: 'Needs an answer', warning: 'Look twice' } as const

/** One thing about one cell, or about a row as a whole. */
export const ImportProblem = z
  .object({
    /** The column, from 0; null for the row as a whole. */
    column: z.number().int().nullable(),
    field: z.string().nullable(),
    /** What kind of problem it is: `date_not_understood`. */
    code: z.string(),
    severity: codeOf(severityLabels),
    value: z.string(),
    reason: z.string(),
    /** What to write in its place; null where nothing can be suggested. */
    suggestion: z.string().nullable(),
  })
  .meta({ id: 'ImportProblem' })
export type ImportProblem = z.infer<typeof ImportProblem>

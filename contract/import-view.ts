import { Id } from './common.ts'
import { ImportKind } from './import-fields.ts'
import { ImportProblem, KeptImportSettings } from './import-settings.ts'
import { z } from './zod.ts'

/* An import as its author and its reviewer see it: how it was read, how far it is, its rows. */

export const importStateLabels = {
  mapping: 'Columns to be chosen',
  checked: 'Checked',
  submitted: 'Submitted',
  applied: 'In the register',
  closed: 'Discarded',
} as const

export const rowStateLabels = {
  unchecked: 'Not checked yet',
  fine: 'Fine',
  warning: 'Look twice',
  question: 'Needs an answer',
  error: 'Must be corrected',
  left_out: 'Left out',
} as const

export const ImportRowState = z.enum(['unchecked', 'fine', 'warning', 'question', 'error', 'left_out'])
export type ImportRowState = z.infer<typeof ImportRowState>

const Counts = z.object({
  rows: z.number().int(),
  states: z.record(z.enum(['fine', 'warning', 'question', 'error', 'left_out']), z.number().int()),
  /** How often each problem was met, by its code. */
  problems: z.record(z.string(), z.number().int()),
})

/** How the file was opened, and its first rows. */
export const ImportPreview = z.object({
  format: z.enum(['csv', 'xlsx', 'json']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.string()),
  rows: z.array(z.object({ number: z.number().int(), cells: z.array(z.string()) })),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportRow = z
  .object({
    row: z.number().int(),
    /** The cells of the mapped columns, as they stand now, by column. */
    cells: z.array(z.object({ column: z.number().int(), value: z.string(), fixed: z.boolean() })),
    title: z.string(),
    state: ImportRowState,
    problems: z.array(ImportProblem),
    leftOut: z.boolean(),
    /** `new`, `D-5` or `row 12`; null while nobody has said. */
    person: z.string().nullable(),
    personReason: z.string().nullable(),
    /** The record it became, or was added to. */
    record: z.string().nullable(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

const summary = {
  id: Id,
  kind: ImportKind,
  fileName: z.string(),
  bytes: z.number().int(),
  state: z.enum(['mapping', 'checked', 'submitted', 'applied', 'closed']),
  author: z.object({ id: z.string(), name: z.string() }),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  proposalId: Id.nullable(),
  counts: Counts.nullable(),
}

export const ImportSummary = z.object(summary).meta({ id: 'ImportSummary' })
export type ImportSummary = z.infer<typeof ImportSummary>

export const Import = z
  .object({
    ...summary,
    sha256: z.string(),
    settings: KeptImportSettings.nullable(),
    preview: ImportPreview.nullable(),
    /** What is being done with it now, and how far it is; `total` is null while nobody knows. */
    task: z.object({ what: z.string(), done: z.number().int(), total: z.number().int().nullable() }).nullable(),
    /** Why the last task ended without doing what it was asked. */
    message: z.string().nullable(),
    /** What became of its proposal. */
    proposalState: z.string().nullable(),
    /** The changeset that entered it: what is taken back to undo it. */
    changesetId: Id.nullable(),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

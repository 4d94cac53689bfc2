import { contentRoles } from './access.ts'
import { Id, hasNoNul, nulMessage, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { ImportKind } from './import-fields.ts'
import { ImportProblem, ImportSettings, KeptImportSettings } from './import-settings.ts'
import { z } from './zod.ts'

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

const RowState = z.enum(['unchecked', 'fine', 'warning', 'question', 'error', 'left_out'])
export type ImportRowState = z.infer<typeof RowState>

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
    state: RowState,
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

const importId = z.object({ id: recordId('I') })
const noQuery = z.strictObject({})
const Reason = z.string().trim().min(1, 'Say why, in a few words.').max(2000, 'Shorten this to 2000 characters.').refine(hasNoNul, nulMessage)

const desk = { on: 'desk', tag: 'Imports', roles: contentRoles } as const

export const listImports = endpoint({
  ...desk,
  method: 'get',
  path: '/imports',
  summary: 'Imports, the newest first',
  query: noQuery,
  response: z.object({ data: z.array(ImportSummary) }),
})

export const uploadImport = endpoint({
  ...desk,
  method: 'post',
  path: '/imports',
  summary: 'Send a file to be imported; its bytes are the body, of type application/octet-stream',
  query: z.strictObject({
    name: z.string().trim().min(1, 'Give the name of the file.').max(200).refine(hasNoNul, nulMessage),
    kind: ImportKind,
  }),
  response: Import,
  status: 201,
  idempotent: true,
})

export const getImport = endpoint({
  ...desk,
  method: 'get',
  path: '/imports/:id',
  summary: 'An import: how it is read, how far it is, what was found',
  params: importId,
  query: noQuery,
  response: Import,
})

export const setImport = endpoint({
  ...desk,
  method: 'put',
  path: '/imports/:id',
  summary: 'Say how a file is read; with `check`, every row is then checked',
  params: importId,
  body: z.strictObject({ settings: ImportSettings, check: z.boolean().default(false) }),
  response: Import,
  ifMatch: true,
})

export const listImportRows = endpoint({
  ...desk,
  method: 'get',
  path: '/imports/:id/rows',
  summary: 'Rows of an import with what was found in them',
  params: importId,
  query: z.strictObject({
    state: RowState.optional(),
    /** Rows with an open problem of this kind. */
    problem: z.string().regex(/^[a-z_]{1,40}$/).optional(),
    /** Rows after this one. */
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ header: z.array(z.string()), data: z.array(ImportRow), total: z.number().int(), next: z.number().int().nullable() }),
})

export const setImportRow = endpoint({
  ...desk,
  method: 'put',
  path: '/imports/:id/rows/:row',
  summary: 'Correct a cell, answer a question, or leave a row out',
  params: z.object({ id: recordId('I'), row: z.coerce.number().int().positive() }),
  body: z.strictObject({
    /** A cell as it should be; null puts back what the file says. */
    fix: z.strictObject({ column: z.number().int().min(0).max(499), value: z.string().max(32_767).refine(hasNoNul, nulMessage).nullable() }).optional(),
    /** A question answered with "keep it as it is". */
    keep: z.strictObject({ code: z.string().max(40), column: z.number().int().nullable() }).optional(),
    leftOut: z.boolean().optional(),
    person: z
      .strictObject({
        is: z.string().regex(/^(?:new|D-[1-9]\d{0,14}|row [1-9]\d{0,6})$/, 'Write new, D-5 or row 12.').nullable(),
        reason: z.string().trim().max(500).refine(hasNoNul, nulMessage).default(''),
      })
      .optional(),
  }),
  response: z.object({ row: ImportRow, version: z.number().int() }),
  ifMatch: true,
})

export const answerImportRows = endpoint({
  ...desk,
  method: 'post',
  path: '/imports/:id/answers',
  summary: 'Answer every open problem of one kind alike, and check again',
  params: importId,
  body: z.strictObject({ problem: z.string().max(40), answer: z.enum(['take_suggestion', 'keep', 'leave_out', 'same_person', 'new_person']), reason: z.string().trim().max(500).default('') }),
  response: Import,
  ifMatch: true,
})

export const checkImport = endpoint({
  ...desk,
  method: 'post',
  path: '/imports/:id/check',
  summary: 'Check every row again',
  params: importId,
  body: z.strictObject({}),
  response: Import,
  ifMatch: true,
})

export const submitImport = endpoint({
  ...desk,
  method: 'post',
  path: '/imports/:id/submit',
  summary: 'Propose the rows that are fine, as one proposal; the others are left out',
  params: importId,
  body: z.strictObject({ reason: Reason, leaveOutOthers: z.boolean().default(false) }),
  response: Import,
  ifMatch: true,
})

export const reopenImport = endpoint({
  ...desk,
  method: 'post',
  path: '/imports/:id/reopen',
  summary: 'Work on an import again whose proposal was returned, rejected or withdrawn',
  params: importId,
  body: z.strictObject({}),
  response: Import,
  ifMatch: true,
})

export const stopImport = endpoint({
  ...desk,
  method: 'post',
  path: '/imports/:id/stop',
  summary: 'Stop what is being done with an import; nothing half done stays',
  params: importId,
  body: z.strictObject({}),
  response: Import,
})

export const discardImport = endpoint({
  ...desk,
  method: 'post',
  path: '/imports/:id/discard',
  summary: 'Discard an import that was not submitted: its file and its rows are deleted',
  params: importId,
  body: z.strictObject({}),
  response: Import,
  ifMatch: true,
})

export const downloadImportReport = endpoint({
  ...desk,
  method: 'get',
  path: '/imports/:id/report',
  summary: 'Every open problem as a CSV file',
  params: importId,
  query: noQuery,
  response: z.unknown(),
  file: { type: 'text/csv', description: 'One line a problem: row, column, value, reason, suggestion' },
  logged: 'exported',
})

export const ImportProfile = z
  .object({ id: Id, name: z.string(), settings: KeptImportSettings, updatedAt: z.string() })
  .meta({ id: 'ImportProfile' })
export type ImportProfile = z.infer<typeof ImportProfile>

export const listImportProfiles = endpoint({
  ...desk,
  method: 'get',
  path: '/import-profiles',
  summary: 'How files of known sources are read',
  query: noQuery,
  response: z.object({ data: z.array(ImportProfile) }),
})

export const saveImportProfile = endpoint({
  ...desk,
  method: 'post',
  path: '/import-profiles',
  summary: 'Keep how a source’s files are read, under its name; one of that name is replaced',
  body: z.strictObject({ name: z.string().trim().min(1, 'Name the source.').max(200).refine(hasNoNul, nulMessage), settings: ImportSettings }),
  response: ImportProfile,
  status: 201,
  idempotent: true,
})

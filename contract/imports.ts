import { contentRoles } from './access.ts'
import { hasNoNul, nulMessage, recordId } from './common.ts'
import { endpoint } from './endpoint.ts'
import { ImportKind } from './import-fields.ts'
import { ImportSettings } from './import-settings.ts'
import { Import, ImportRow, ImportRowState, ImportSummary } from './import-view.ts'
import { Reason, text } from './write-fields.ts'
import { z } from './zod.ts'

const importId = z.object({ id: recordId('I') })
const noQuery = z.strictObject({})

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
    name: text(200, 'Give the name of the file.'),
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
    state: ImportRowState.optional(),
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
  body: z.strictObject({ problem: z.string().max(40), answer: z.enum(['take_suggestion', 'keep', 'leave_out']) }),
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
  summary: 'Stop what is being done with an import; its rows are checked anew before they can go in',
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

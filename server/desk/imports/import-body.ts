import { Id } from '#contract/common.ts'
import { ImportKind } from '#contract/import-fields.ts'
import { z } from '#contract/zod.ts'

/** What the proposal of an import says; its rows stay where they were checked. */
export const ImportBody = z.strictObject({
  importId: Id,
  importKind: ImportKind,
  fileName: z.string(),
  sha256: z.string(),
  rows: z.number().int(),
  leftOut: z.number().int(),
})
export type ImportBody = z.output<typeof ImportBody>

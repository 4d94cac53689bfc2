import { Id } from './common.ts'
import { z } from './zod.ts'

/** A record as it is shown: R-3, D-12, S-4, SRC-7. */
export const RecordRef = z.string().regex(/^(?:R|D|S|SRC)-[1-9][0-9]{0,14}$/, 'Give a record, for example R-3.')

/**
 * Taking back a whole changeset (an entry, a correction, an import, a merge), or making one
 * record again what it was after a changeset. Either is one new changeset; nothing is erased.
 */
export const UndoWrite = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('undo'), changeset: Id }),
  z.strictObject({ act: z.literal('restore'), record: RecordRef, asOf: Id }),
])
export type UndoWrite = z.output<typeof UndoWrite>

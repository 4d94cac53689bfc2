import type { EvidenceDraft } from './entry-draft.ts'
import type { StatedValues } from './stated-values.ts'

/**
 * Names of the values that were changed since this piece was put on record for them. What a source
 * said stays what it said until someone says that it gives the new value.
 */
export const overtaken = (piece: EvidenceDraft, current: StatedValues): readonly string[] =>
  Object.entries(piece.onRecord).flatMap(([name, asserted]) =>
    asserted !== null && asserted !== (current[name] ?? '') && piece.asserts.trim() === '' ? [name] : [],
  )

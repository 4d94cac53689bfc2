import type { z } from '#contract/zod.ts'
import type { EvidenceWrite } from '#contract/source-write.ts'
import type { EvidenceDraft } from './entry-draft.ts'
import type { StatedValues } from './stated-values.ts'

export type EvidenceInput = z.input<typeof EvidenceWrite>

/** One piece of evidence for the body, and the piece of the form it was made of. */
export type MadeEvidence = { readonly uid: string; readonly input: EvidenceInput }

const hasWords = ({ quote, saidBy, asserts }: EvidenceDraft): boolean =>
  [quote, saidBy, asserts].some((text) => text.trim() !== '')

/**
 * The evidence of one row: a piece for each value it supports. A value that is not stated needs
 * none, unless there are words for it or it is on record. `main` is the row's first value; who
 * said the row is who is quoted, where nothing else was typed.
 */
export const writeEvidence = (
  evidence: readonly EvidenceDraft[],
  values: StatedValues,
  { main, mainSource, saidBy = '' }: { main: string; mainSource: string; saidBy?: string },
): MadeEvidence[] =>
  evidence.flatMap((item) =>
    item.supports.flatMap((field): MadeEvidence[] => {
      const value = values[field] ?? null
      const id = item.ids[field] ?? null
      const isOnlyValue = item.supports.length === 1
      if (value === null && id === null && !(isOnlyValue && hasWords(item))) return []
      const onRecord = item.onRecord[field]
      const asserted = item.asserts.trim() || (onRecord === undefined ? value : onRecord)
      return [
        {
          uid: item.uid,
          input: {
            id,
            field: field === main ? null : field,
            source: item.source === 'main' ? mainSource : item.source,
            quote: item.quote,
            at: item.quote.trim() === '' ? null : item.at,
            saidBy: item.saidBy.trim() === '' && id === null ? saidBy : item.saidBy,
            asserts: asserted,
          },
        },
      ]
    }),
  )

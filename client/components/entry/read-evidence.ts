import type { EvidenceWrite } from '#contract/source-write.ts'
import { type EvidenceDraft, newUid } from './entry-draft.ts'
import type { StatedValues } from './stated-values.ts'

/**
 * Evidence of one row as the form shows it: pieces that differ in nothing but the value they
 * support are one. What a source asserts is shown where it is not the row's own value.
 */
export const readEvidence = (evidence: readonly EvidenceWrite[], main: string, values: StatedValues): EvidenceDraft[] => {
  const pieces = new Map<string, EvidenceDraft>()
  for (const item of evidence) {
    const field = item.field ?? main
    const value = values[field] ?? ''
    const asserts = item.asserts === null || item.asserts === value ? '' : item.asserts
    const key = JSON.stringify([item.source, item.quote, item.at, item.saidBy, asserts === '' ? '' : item])
    const own = {
      ids: item.id === null ? {} : { [field]: item.id },
      onRecord: item.id === null || asserts !== '' ? {} : { [field]: item.asserts },
    }
    const piece = pieces.get(key)
    if (piece === undefined || piece.supports.includes(field)) {
      pieces.set(piece === undefined ? key : `${key} ${item.id ?? pieces.size}`, {
        uid: newUid('evidence'),
        source: item.source,
        quote: item.quote ?? '',
        at: item.at,
        saidBy: item.saidBy ?? '',
        asserts,
        supports: [field],
        ...own,
      })
    } else {
      pieces.set(key, {
        ...piece,
        supports: [...piece.supports, field],
        ids: { ...piece.ids, ...own.ids },
        onRecord: { ...piece.onRecord, ...own.onRecord },
      })
    }
  }
  return [...pieces.values()]
}

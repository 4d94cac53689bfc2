import type { EvidenceWrite } from '#contract/source-write.ts'
import type { EvidenceRow } from './record-rows.ts'

export type WantedEvidence = Omit<EvidenceRow, 'id'> & { readonly id: number | null }

/** The place of a quote in the kept text of its source. */
const placeOf = ({ quote, at }: EvidenceWrite): Pick<EvidenceRow, 'quote_start' | 'quote_end'> =>
  quote === null || at === null ? { quote_start: null, quote_end: null } : { quote_start: at, quote_end: at + quote.length }

/** Makes rows of a body's evidence: `before` is what the record has, `sources` the numbers of the body's sources by key. */
export const evidenceRows = (before: readonly EvidenceRow[], sources: ReadonlyMap<string, number>) => {
  const known = new Map(before.map((row) => [row.id, row]))
  return (table: string, recordId: number, mainField: string) =>
    (item: EvidenceWrite): WantedEvidence => {
      const old = item.id === null ? undefined : known.get(item.id)
      // Offsets are places in the words they were taken from: other words have none.
      const sameWords = old !== undefined && old.quote === item.quote
      return {
        id: item.id,
        source_id: sources.get(item.source) ?? 0,
        record_table: table,
        record_id: recordId,
        field: item.field ?? mainField,
        quote: item.quote,
        ...(sameWords ? { quote_start: old.quote_start, quote_end: old.quote_end } : placeOf(item)),
        asserts: item.asserts,
        said_by: item.saidBy,
      }
    }
}

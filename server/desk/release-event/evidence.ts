import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { EvidenceWrite } from '#contract/source-write.ts'
import { evidenceFields } from '#contract/source-write.ts'
import { type EventRows, type EvidenceRow, parts, partTables } from './event-rows.ts'
import type { Part } from './event-rows.ts'

/** The numbers that the rows of a body have in the register, in the body's order. */
export type PlacedRows = { readonly eventId: number; readonly sources: ReadonlyMap<string, number> } & {
  readonly [P in Part]: readonly number[]
}

type WantedEvidence = Omit<EvidenceRow, 'id'> & { readonly id: number | null }

const eventFields = ['title', 'date', 'country', 'basis', 'summary'] as const

/** The place of a quote in the kept text of its source. */
const placeOf = ({ quote, at }: EvidenceWrite): Pick<EvidenceRow, 'quote_start' | 'quote_end'> =>
  quote === null || at === null ? { quote_start: null, quote_end: null } : { quote_start: at, quote_end: at + quote.length }

/** The evidence that the register should hold for this body, row by row. */
export const wantedEvidence = (body: ReleaseEventWrite, placed: PlacedRows, rows: EventRows | null): WantedEvidence[] => {
  const before = new Map(rows?.evidence.map((row) => [row.id, row]))
  const wantedOf = (table: string, recordId: number, mainField: string) => (item: EvidenceWrite): WantedEvidence => {
    const old = item.id === null ? undefined : before.get(item.id)
    // Offsets are places in the words they were taken from: other words have none.
    const sameWords = old !== undefined && old.quote === item.quote
    return {
      id: item.id,
      source_id: placed.sources.get(item.source) ?? 0,
      record_table: table,
      record_id: recordId,
      field: item.field ?? mainField,
      quote: item.quote,
      ...(sameWords ? { quote_start: old.quote_start, quote_end: old.quote_end } : placeOf(item)),
      asserts: item.asserts,
      said_by: item.saidBy,
    }
  }
  return [
    ...eventFields.flatMap((field) => body.evidence[field].map(wantedOf('release_event', placed.eventId, field))),
    ...parts.flatMap((part) =>
      body[part].flatMap((row, index) =>
        row.evidence.map(wantedOf(partTables[part], placed[part][index] ?? 0, evidenceFields[part][0])),
      ),
    ),
  ]
}

/** Evidence of an event that a body can say: the rest is left as it is. */
export const isSayable = (row: EvidenceRow): boolean =>
  row.record_table !== 'release_event' || eventFields.some((field) => field === row.field)

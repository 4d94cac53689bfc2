import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { evidenceFields } from '#contract/source-write.ts'
import { type WantedEvidence, evidenceRows } from '../record/evidence-row.ts'
import { type EventRows, type EvidenceRow, parts, partTables } from './event-rows.ts'
import type { Part } from './event-rows.ts'

/** The numbers that the rows of a body have in the register, in the body's order. */
export type PlacedRows = { readonly eventId: number; readonly sources: ReadonlyMap<string, number> } & {
  readonly [P in Part]: readonly number[]
}

const eventFields = ['title', 'date', 'country', 'basis', 'summary'] as const

/** The evidence that the register should hold for this body, row by row. */
export const wantedEvidence = (body: ReleaseEventWrite, placed: PlacedRows, rows: EventRows | null): WantedEvidence[] => {
  const wantedOf = evidenceRows(rows?.evidence ?? [], placed.sources)
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

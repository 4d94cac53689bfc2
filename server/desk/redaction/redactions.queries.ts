import type { Kysely } from 'kysely'
import type { Redaction } from '#contract/redaction.ts'
import { z } from '#contract/zod.ts'
import type { Register } from '../../db/register.ts'
import { pageOfRef } from '../../register/record-ref.ts'

const Touched = z.object({
  names: z.number(),
  texts: z.number(),
  history: z.number(),
  reasons: z.number(),
  desk: z.record(z.string(), z.number()),
})

/** What staff call the tables of the desk. */
const deskWords: Readonly<Record<string, string>> = {
  proposal: 'Proposals and drafts',
  proposal_comment: 'Comments on proposals',
  source_capture: 'Kept texts of sources',
  idempotency_key: 'Answers kept for a repeated request',
  account_event: 'Access log',
  edition: 'Notes of editions',
  import_job: 'Imported files',
  import_row: 'Rows of imported files',
  import_profile: 'Import profiles',
  duplicate_verdict: 'Reasons why two people are not the same',
  desk_fact: 'Facts kept at the desk only',
  desk_evidence: 'Evidence for facts kept at the desk only',
}

/** Counts by table, as staff call them. */
export const deskPlaces = (counts: Readonly<Record<string, number>>): { place: string; count: number }[] =>
  Object.entries(counts).map(([table, count]) => ({ place: deskWords[table] ?? table.replaceAll('_', ' '), count }))

const placesOf = (touched: string | null): Redaction['touched'] => {
  if (touched === null) return []
  const { names, texts, history, reasons, desk } = Touched.parse(JSON.parse(touched))
  return [
    { place: 'Names', count: names },
    { place: 'Texts of records', count: texts },
    { place: 'Values in the history', count: history },
    { place: 'Reasons given for changes', count: reasons },
    ...deskPlaces(desk),
  ].filter(({ count }) => count > 0)
}

/** Every redaction, the newest first. */
export const findRedactions = async (db: Kysely<Register>): Promise<Redaction[]> => {
  const rows = await db
    .selectFrom('redaction')
    .innerJoin('changeset', 'changeset.id', 'redaction.changeset_id')
    .selectAll('redaction')
    .select('changeset.proposal_id')
    .orderBy('redaction.id', 'desc')
    .execute()
  return rows.map((row) => {
    const inTheWay = z.array(z.string()).parse(JSON.parse(row.in_the_way))
    return {
      id: row.id,
      person: row.detainee_id,
      text: row.record === null || row.field === null ? null : { record: row.record, page: pageOfRef(row.record), field: row.field },
      proposal: row.proposal_id,
      state: row.state,
      begunAt: row.begun_at,
      completedAt: row.completed_at,
      inTheWay: row.state === 'pending' && inTheWay.length === 0 ? ['It is under way.'] : inTheWay,
      touched: placesOf(row.touched),
    }
  })
}

import type { RecordTables } from '../db/records.ts'

/*
 * Which columns of the record tables hold words, and may so carry a name. Codes, days and keys
 * do not; a column that is not known here is taken for words.
 */

const dates = /_(?:edtf|earliest|latest|basis)$/

const codes: Readonly<Partial<Record<keyof RecordTables, readonly string[]>>> = {
  source: ['language', 'retrieved', 'sha256'],
  detainee: ['sex', 'status', 'visibility'],
  detainee_citizenship: ['country'],
  detainee_name: ['lang', 'script', 'kind', 'folded', 'name_key'],
  detention: ['country', 'end_reason'],
  sentence: ['kind'],
  destination: ['code'],
  release_event: ['country', 'basis'],
  release_count: ['dimension', 'relation', 'qualifier', 'population', 'state'],
  release_person: ['destination', 'destination_state', 'departure_mode', 'onward_country'],
  sanctions_action: ['authority', 'action', 'status'],
  release_sanction: ['relation'],
  event_note: ['kind'],
  evidence: ['record_table', 'field'],
}

export const isFreeText = (table: keyof RecordTables, column: string): boolean =>
  !dates.test(column) && !(codes[table] ?? []).includes(column)

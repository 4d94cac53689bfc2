import type { Generated, GeneratedAlways } from 'kysely'

/*
 * The record tables as Kysely sees them: what an edition holds. Read queries take
 * `Kysely<Records>`, so no desk table can be named in one.
 */

export type DateBasis = 'stated' | 'inferred' | 'not_stated' | 'withheld'

/** The four columns of a civil date called `name`. */
type DateColumns<Name extends string> = {
  [K in `${Name}_edtf` | `${Name}_earliest` | `${Name}_latest`]: string | null
} & { [K in `${Name}_basis`]: Generated<DateBasis> }

type Keyed = { id: Generated<number> }

export type SourceTable = Keyed &
  DateColumns<'published'> & {
    title: string | null
    publisher: string | null
    author: string | null
    url: string | null
    language: string | null
    retrieved: string | null
    sha256: string | null
    copy_of: number | null
  }

export type DetaineeTable = Keyed &
  DateColumns<'birth'> &
  DateColumns<'status_as_of'> & {
    sex: Generated<string>
    description: string | null
    occupation: string | null
    status: Generated<string>
    visibility: Generated<'public' | 'name_withheld' | 'withheld'>
    merged_into: number | null
  }

export type DetaineeCitizenshipTable = Keyed & { detainee_id: number; country: string }

export type DetaineeNameTable = Keyed & {
  detainee_id: number
  text: string
  lang: Generated<string>
  script: Generated<string>
  kind: Generated<string>
  folded: string
  name_key: string
}

export type DetentionTable = Keyed &
  DateColumns<'arrest'> &
  DateColumns<'end'> & {
    detainee_id: number
    country: string
    end_reason: string | null
    place: string | null
    authority: string | null
  }

export type ChargeTable = Keyed & {
  detention_id: number
  article: string
  code_of_law: string | null
  text: string | null
}

export type SentenceTable = Keyed &
  DateColumns<'sentenced'> & {
    detention_id: number
    kind: string
    length_text: string | null
    length_days: number | null
  }

export type RecognitionTable = Keyed &
  DateColumns<'recognised'> & {
    detainee_id: number
    recognised_by: string
    criteria: string | null
  }

export type DestinationTable = Keyed & {
  code: string
  label_longitude: number | null
  label_latitude: number | null
}

export type ReleaseEventTable = Keyed &
  DateColumns<'date'> & {
    title: string
    country: string
    basis: Generated<string>
    summary: string | null
  }

export type ReleaseCountTable = Keyed & {
  release_event_id: number
  dimension: string
  cell: string
  relation: Generated<string>
  lowest: number | null
  best: number
  highest: number | null
  qualifier: Generated<string>
  population: Generated<string>
  said_by: string | null
  state: Generated<string>
}

export type ReleasePersonTable = Keyed &
  DateColumns<'onward'> & {
    release_event_id: number
    detainee_id: number
    destination: string | null
    destination_state: Generated<string>
    departure_mode: string | null
    restrictions: string | null
    onward_country: string | null
  }

export type SanctionsActionTable = Keyed &
  DateColumns<'announced'> &
  DateColumns<'issued'> &
  DateColumns<'effective'> &
  DateColumns<'expires'> & {
    authority: string
    agency: string | null
    action: string
    target: string | null
    commodity: string | null
    instrument: string | null
    conditions: string | null
    status: Generated<string>
    refers_to: number | null
  }

export type ReleaseSanctionTable = Keyed & {
  release_event_id: number
  sanctions_action_id: number
  relation: string
  said_by: string | null
}

export type EventNoteTable = Keyed & {
  release_event_id: number
  kind: string
  said_by: string | null
  said_by_role: string | null
  text: string
}

export type EvidenceTable = Keyed & {
  source_id: number
  record_table: string
  record_id: number
  field: string
  quote: string | null
  quote_start: number | null
  quote_end: number | null
  asserts: string | null
  said_by: string | null
}

/** Derived: a view in the register, a table in an edition. `source_id` 0 is all sources together. */
type ReleaseNumber = {
  release_event_id: GeneratedAlways<number>
  source_id: GeneratedAlways<number>
  dimension: GeneratedAlways<'total' | 'destination'>
  cell: GeneratedAlways<string>
  claim_id: GeneratedAlways<number | null>
  lowest: GeneratedAlways<number>
  best: GeneratedAlways<number>
  highest: GeneratedAlways<number>
  open_low: GeneratedAlways<number>
  open_high: GeneratedAlways<number>
}

type ReleaseNamed = {
  release_event_id: GeneratedAlways<number>
  source_id: GeneratedAlways<number>
  detainee_id: GeneratedAlways<number>
  release_person_id: GeneratedAlways<number>
  destination: GeneratedAlways<string | null>
}

export type RecordTables = {
  source: SourceTable
  detainee: DetaineeTable
  detainee_citizenship: DetaineeCitizenshipTable
  detainee_name: DetaineeNameTable
  detention: DetentionTable
  charge: ChargeTable
  sentence: SentenceTable
  recognition: RecognitionTable
  destination: DestinationTable
  release_event: ReleaseEventTable
  release_count: ReleaseCountTable
  release_person: ReleasePersonTable
  sanctions_action: SanctionsActionTable
  release_sanction: ReleaseSanctionTable
  event_note: EventNoteTable
  evidence: EvidenceTable
}

export type Records = RecordTables & {
  release_number: ReleaseNumber
  release_named: ReleaseNamed
  release_event_destination: {
    release_event_id: GeneratedAlways<number>
    source_id: GeneratedAlways<number>
    destination: GeneratedAlways<string>
  }
  release_event_source: { release_event_id: GeneratedAlways<number>; source_id: GeneratedAlways<number> }
  detainee_source: { detainee_id: GeneratedAlways<number>; source_id: GeneratedAlways<number> }
}

/** In the order in which rows can be inserted without breaking a foreign key. */
export const recordTables = [
  'source',
  'detainee',
  'detainee_citizenship',
  'detainee_name',
  'detention',
  'charge',
  'sentence',
  'recognition',
  'destination',
  'release_event',
  'release_count',
  'release_person',
  'sanctions_action',
  'release_sanction',
  'event_note',
  'evidence',
] as const satisfies readonly (keyof RecordTables)[]

/** Views that an edition keeps as tables of the same name. */
export const derivedViews = [
  'release_number',
  'release_named',
  'release_event_destination',
  'release_event_source',
  'detainee_source',
] as const satisfies readonly (keyof Records)[]

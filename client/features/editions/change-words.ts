import type { FieldChange } from '#contract/compare.ts'
import { assertedWords, fieldWords } from '#client/lib/asserted-words.ts'
import { capitalised } from '#client/lib/capitalised.ts'

export type FieldWords = {
  readonly key: string
  readonly field: string
  /** Null where the value is not there. */
  readonly before: string | null
  readonly after: string | null
}

/** What a row that hangs on a record is to a reader. */
const rows: Readonly<Record<string, string>> = {
  release_count: 'Number',
  release_person: 'Named person',
  release_sanction: 'Link to a sanctions action',
  event_note: 'Note',
  detainee_name: 'Name',
  detainee_citizenship: 'Citizenship',
  detention: 'Detention',
  charge: 'Charge',
  sentence: 'Sentence',
  recognition: 'Recognition',
  evidence: 'Evidence',
}

/** A change of a field in words: "Number 12, lowest number", from "50" to "51". */
export const changeWords = ({ on, field, before, after }: FieldChange): FieldWords => {
  const words = fieldWords(field, on.record)
  const row = rows[on.record]
  const said = (value: string | number | null) => (value === null || value === '' ? null : assertedWords(field, String(value)))
  return {
    key: `${on.record} ${on.id} ${field}`,
    field: row === undefined ? capitalised(words) : `${row} ${on.id}, ${words}`,
    before: said(before),
    after: said(after),
  }
}

import type { FieldChange } from '#contract/compare.ts'
import { refPrefixes } from '#contract/common.ts'
import { counted } from '#contract/charts/format-count.ts'
import { assertedWords, fieldWords } from '#client/lib/asserted-words.ts'
import { capitalised } from '#client/lib/capitalised.ts'

/** One thing that changed in a record, in words. */
export type ChangeLine = {
  readonly key: string
  /** "Number (Total)", "Named person added", "Title". */
  readonly what: string
  /** Null where nothing was there before, or is there now. */
  readonly before: string | null
  readonly after: string | null
  /** Whether the row came, went or reads otherwise; null where `what` has said it all. */
  readonly values: 'added' | 'taken back' | 'changed' | null
}

type RowKind = {
  /** What the row is to a reader. */
  readonly noun: string
  /** A field that every such row has: where it appears or goes, the row does. */
  readonly always: string
  /** The field that says most of a row that was added or taken back; none where its label does. */
  readonly says?: string
}

const rowKinds: Readonly<Record<string, RowKind>> = {
  release_count: { noun: 'Number', always: 'dimension', says: 'best' },
  release_person: { noun: 'Named person', always: 'detainee_id' },
  release_sanction: { noun: 'Link to a sanctions action', always: 'sanctions_action_id', says: 'relation' },
  event_note: { noun: 'Note', always: 'text', says: 'text' },
  detainee_name: { noun: 'Name', always: 'text' },
  detainee_citizenship: { noun: 'Citizenship', always: 'country' },
  detention: { noun: 'Detention', always: 'country' },
  charge: { noun: 'Charge', always: 'article' },
  sentence: { noun: 'Sentence', always: 'kind' },
  recognition: { noun: 'Recognition', always: 'recognised_by' },
}

const pointers: Readonly<Record<string, string>> = {
  detainee_id: refPrefixes.detainee,
  sanctions_action_id: refPrefixes.sanctionsAction,
  refers_to: refPrefixes.sanctionsAction,
  source_id: refPrefixes.source,
  copy_of: refPrefixes.source,
}

const said = (field: string, value: FieldChange['before']): string | null => {
  if (value === null || value === '') return null
  const prefix = pointers[field]
  return prefix === undefined ? assertedWords(field, String(value)) : `${prefix}-${value}`
}

type Row = readonly FieldChange[]

const valueOf = (row: Row, field: string, side: 'before' | 'after'): string | null =>
  said(field, row.find((change) => change.field === field)?.[side] ?? null)

/** Whether the whole row came or went; null where it is in both editions. */
const fateOf = (row: Row, always: string): 'added' | 'taken back' | null => {
  const change = row.find(({ field }) => field === always)
  if (change === undefined) return null
  return change.before === null ? 'added' : change.after === null ? 'taken back' : null
}

const bounds = ['lowest', 'best', 'highest']

/** An exact number is kept as its lowest, used and highest: where all three moved together, one line says it. */
const isOneNumber = (row: Row): boolean => {
  const moved = bounds.map((bound) => row.find(({ field }) => field === bound))
  return moved.every((change) => change !== undefined && change.before === moved[0]?.before && change.after === moved[0].after)
}

const nameOf = ({ label }: FieldChange['on']): string => (label === null || label === '' ? '' : ` (${label})`)

const rowLines = (row: Row): ChangeLine[] => {
  const [first] = row
  if (first === undefined) return []
  const { record, id } = first.on
  const key = `${record} ${id}`
  const kind = rowKinds[record]
  if (kind === undefined) return row.map((change) => fieldLine(change, capitalised(fieldWords(change.field, record))))
  const fate = fateOf(row, kind.always)
  if (fate !== null) {
    const [before, after] = kind.says === undefined ? [null, null] : [valueOf(row, kind.says, 'before'), valueOf(row, kind.says, 'after')]
    return [{ key, what: `${kind.noun} ${fate}${nameOf(first.on)}`, before, after, values: before === null && after === null ? null : fate }]
  }
  const fields = isOneNumber(row) ? row.filter(({ field }) => field === 'best' || !bounds.includes(field)) : row
  return fields.map((change) => {
    const words = fieldWords(change.field, record)
    const isItself = change.field === kind.says || change.field === kind.always
    return fieldLine(change, `${kind.noun}${nameOf(change.on)}${isItself ? '' : `, ${words}`}`)
  })
}

const fieldLine = ({ on, field, before, after }: FieldChange, what: string): ChangeLine => ({
  key: `${on.record} ${on.id} ${field}`,
  what,
  before: said(field, before),
  after: said(field, after),
  values: 'changed',
})

/** Evidence in one line for each fate: which sources came to a record, went from it or read otherwise. */
const evidenceLines = (rows: readonly Row[]): ChangeLine[] => {
  const byFate = Map.groupBy(rows, (row) => fateOf(row, 'source_id') ?? 'corrected')
  return [...byFate].map(([fate, of]) => {
    const sources = [...new Set(of.flatMap((row) => row[0]?.on.label ?? []))]
    const what = `Evidence ${fate}: ${counted(of.length, 'piece', 'pieces')}${sources.length === 0 ? '' : ` from ${sources.join('; ')}`}`
    return { key: `evidence ${fate}`, what, before: null, after: null, values: null }
  })
}

/** What changed in one record, a line for each thing a reader would call one change; evidence last. */
export const changeLines = (changes: readonly FieldChange[]): ChangeLine[] => {
  const rows = [...Map.groupBy(changes, ({ on }) => `${on.record} ${on.id}`).values()]
  const isEvidence = (row: Row): boolean => row[0]?.on.record === 'evidence'
  return [...rows.filter((row) => !isEvidence(row)).flatMap(rowLines), ...evidenceLines(rows.filter(isEvidence))]
}

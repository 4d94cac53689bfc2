import type { EvidenceDraft } from '#client/components/entry/entry-draft.ts'
import { type Take, type Taken, type Words, nearest, ofSeveral, withWords } from '#client/components/entry/text/words.ts'
import { countryName } from '#contract/countries.ts'
import { readDate } from '#contract/dates/read-date.ts'
import type { FieldShape, RowShape } from '#contract/record-shape.ts'
import { fieldId } from './body-from-draft.ts'
import { withRow, withRowAdded } from './change-draft.ts'
import { type RecordDraft, type RowDraft, newRow } from './record-draft.ts'

/*
 * What each key does with words selected in a text, as the shape of the record says: a value of the
 * record itself, or of a row in it. What stands in the form already is not overwritten.
 */

/** A key, and the field it fills: `birth` of the record, `detentions.arrest` of its last detention, `detentions.charges.article` of a charge in that. */
export type Aim = { readonly key: string; readonly to: string }

/** What a field takes from words: a text, null where the words are kept and the value is chosen by hand, or a problem. */
const readFor = (field: FieldShape, words: Words): { readonly value: string | null; readonly several: string } | { readonly problem: string } => {
  switch (field.type) {
    case 'date': {
      const near = nearest(words, 'date')
      const value = near?.first.value ?? words.quote
      const read = readDate(value)
      return 'problem' in read ? { problem: `No date is read in these words. ${read.problem}` } : { value, several: ofSeveral(near?.count ?? 1) }
    }
    case 'country': {
      const near = nearest(words, 'country')
      return near === null
        ? { problem: 'No country is found in these words. Choose it in the form, and quote the words there.' }
        : { value: countryName(near.first.value), several: ofSeveral(near.count) }
    }
    case 'number': {
      const near = nearest(words, 'number')
      return near === null ? { problem: 'No number is found in these words.' } : { value: near.first.value, several: ofSeveral(near.count) }
    }
    case 'text':
    case 'long':
    case 'address':
      return { value: words.quote, several: '' }
    default:
      return { value: null, several: '' }
  }
}

type Put = { readonly values: Readonly<Record<string, string>>; readonly evidence: readonly EvidenceDraft[]; readonly piece: string; readonly said: string; readonly isToChoose: boolean }

/** A value with its words, or, where another stands there, the words as what this source says instead. */
const put = (
  { label, name, unstated = '' }: FieldShape,
  { value, several }: { readonly value: string | null; readonly several: string },
  holder: { readonly values: Readonly<Record<string, string>>; readonly evidence: readonly EvidenceDraft[] },
  words: Words,
  mainSource: string,
): Put => {
  const stands = (holder.values[name] ?? '').trim()
  const differs = value !== null && stands !== '' && stands !== unstated && stands !== value
  const made = withWords(holder.evidence, words, { supports: [name], mainSource, ...(differs ? { asserts: value } : {}) })
  const said =
    value === null
      ? `${label}: the words are kept, choose the value`
      : differs
        ? `${label}: the form says ${stands} already; this is kept as what the source says instead`
        : `${label}: ${value}${several}`
  const values = value === null || differs ? holder.values : { ...holder.values, [name]: value }
  return { values, ...made, said, isToChoose: value === null }
}

const intoRecord = (draft: RecordDraft, field: FieldShape, words: Words): Taken<RecordDraft> => {
  const read = readFor(field, words)
  if ('problem' in read) return read
  const { values, evidence, piece, said, isToChoose } = put(field, read, { values: draft.values, evidence: draft.evidence[field.name] ?? [] }, words, draft.mainSource)
  return {
    draft: { ...draft, values, evidence: { ...draft.evidence, [field.name]: evidence } },
    said,
    piece,
    ...(isToChoose ? { focus: fieldId(field.name) } : {}),
  }
}

/** The last row of a list, made where there is none. A row's main value, once it stands, is another row's. */
const withLastRow = (draft: RecordDraft, within: RowDraft | null, shape: RowShape, isMain: boolean): { readonly draft: RecordDraft; readonly row: RowDraft } => {
  const rows = (within ?? draft).lists[shape.name] ?? []
  const last = rows.at(-1)
  const main = shape.fields[0]?.name ?? ''
  if (last !== undefined && !(isMain && (last.values[main] ?? '').trim() !== '')) return { draft, row: last }
  const row = newRow(shape)
  return { draft: withRowAdded(draft, within?.uid ?? null, shape.name, row), row }
}

const intoRow = (draft: RecordDraft, parts: readonly RowShape[], field: FieldShape, words: Words): Taken<RecordDraft> => {
  const read = readFor(field, words)
  if ('problem' in read) return read
  let next = draft
  let row: RowDraft | null = null
  for (const [depth, part] of parts.entries()) {
    const isLast = depth === parts.length - 1
    const found = withLastRow(next, row, part, isLast && part.fields[0]?.name === field.name)
    next = found.draft
    row = found.row
  }
  if (row === null) return { problem: 'There is no place for these words.' }
  const { uid } = row
  const { values, evidence, piece, said, isToChoose } = put(field, read, row, words, draft.mainSource)
  const open = parts.at(-1)?.fields.find(({ name, type, unstated }) => type === 'code' && unstated === undefined && (values[name] ?? '') === '' && name === 'kind')
  const focus = isToChoose ? field.name : open?.name
  return {
    draft: withRow(next, uid, (now) => ({ ...now, values, evidence })),
    said,
    piece,
    ...(focus === undefined ? {} : { focus: `${uid}-${focus}` }),
  }
}

/** The keys of one kind of record, in the order given. Throws for a field that its shape does not have. */
export const takesOf = (shape: RowShape, aims: readonly Aim[]): readonly Take<RecordDraft>[] =>
  aims.map(({ key, to }) => {
    const names = to.split('.')
    const parts: RowShape[] = []
    for (const name of names.slice(0, -1)) {
      const part = (parts.at(-1) ?? shape).parts.find((one) => one.name === name)
      if (part === undefined) throw new Error(`${shape.name} has no list ${name}`)
      parts.push(part)
    }
    const within = parts.at(-1) ?? shape
    const field = within.fields.find(({ name }) => name === names.at(-1))
    if (field === undefined || !within.supported.includes(field.name)) throw new Error(`No evidence can support ${to} of ${shape.name}`)
    const label = parts.length === 0 || field.label.toLowerCase() === within.noun ? field.label : `${field.label} (${within.noun})`
    return { key, label, take: (draft, words) => (parts.length === 0 ? intoRecord(draft, field, words) : intoRow(draft, parts, field, words)) }
  })

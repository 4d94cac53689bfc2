import type { Difference } from '#client/components/entry/form-kind.ts'
import { assertedWords } from '#client/lib/asserted-words.ts'
import { capitalised } from '#client/lib/capitalised.ts'
import { languageName } from '#client/lib/language-name.ts'
import type { FieldShape, RowShape } from '#contract/record-shape.ts'
import { type Naming, assertedValue, fieldWords } from '#contract/record-words.ts'
import { saysOtherwise } from '#contract/says-otherwise.ts'
import type { EvidenceWrite } from '#contract/source-write.ts'
import { type BodyRow, type RecordBody, evidenceIn, rowsIn } from './draft-from-body.ts'

type Line = { readonly key: string; readonly label: string; readonly words: string }

const naming: Naming = { record: (prefix, id) => `${prefix}-${id}`, language: languageName }

/** Quotes, and what a source asserts where that is not the value itself: the value stands beside it already. */
const quotes = (evidence: readonly EvidenceWrite[], main: string, row: RecordBody, fields: readonly FieldShape[]): string[] => [
  ...new Set(
    evidence.flatMap(({ field, quote, asserts }) => {
      const shape = fields.find(({ name }) => name === (field ?? main))
      const value = shape === undefined ? null : assertedValue(row, shape)
      return [
        ...(quote === null ? [] : [`“${quote}”`]),
        ...(asserts !== null && saysOtherwise(asserts, value) ? [`its source says otherwise: ${assertedWords(field ?? main, asserts)}`] : []),
      ]
    }),
  ),
]

const rowLines = (shape: RowShape, row: BodyRow, path: string): Line[] => {
  const [main, ...rest] = shape.fields
  const name = main === undefined ? null : fieldWords(row, main, naming)
  const words = [
    name ?? shape.noun,
    ...rest.flatMap((field) => {
      const value = fieldWords(row, field, naming)
      return value === null ? [] : [`${field.label.toLowerCase()}: ${value}`]
    }),
    ...quotes(row.evidence, shape.supported[0] ?? '', row, shape.fields),
  ]
  return [
    {
      key: row.id === null ? `${path} ${name ?? ''}` : `${shape.table} ${row.id}`,
      label: capitalised(name === null ? shape.noun : `${shape.noun}, ${name}`),
      words: words.join('\n'),
    },
    ...shape.parts.flatMap((part) => rowsIn(row, part).flatMap((inner, index) => rowLines(part, inner, `${path}.${part.name}.${index}`))),
  ]
}

const linesOf = (shape: RowShape, body: RecordBody): Line[] => [
  ...shape.fields.map((field) => ({
    key: field.name,
    label: field.label,
    words: [fieldWords(body, field, naming) ?? 'not stated', ...quotes(evidenceIn(body, field.name), field.name, body, shape.fields)].join('\n'),
  })),
  ...shape.parts.flatMap((part) => rowsIn(body, part).flatMap((row, index) => rowLines(part, row, `${part.name}.${index}`))),
]

/** Where the record as it is and my version of it differ, in words, in the order of the form. */
export const compareRecords =
  (shape: RowShape) =>
  (theirs: RecordBody, mine: RecordBody): Difference[] => {
    const now = new Map(linesOf(shape, theirs).map((line) => [line.key, line]))
    const own = new Map(linesOf(shape, mine).map((line) => [line.key, line]))
    return [...new Map([...own, ...now]).values()].flatMap(({ key, label }) => {
      const sides = { theirs: now.get(key)?.words ?? null, mine: own.get(key)?.words ?? null }
      return sides.theirs === sides.mine ? [] : [{ key, label, ...sides }]
    })
  }

import { countryOf } from '#client/components/entry/country-of.ts'
import { Findings, type PageOfForm } from '#client/components/entry/findings.ts'
import { numberProblem, readNumber } from '#client/components/entry/read-number.ts'
import { sourceInput } from '#client/components/entry/source-draft.ts'
import { sourceLabels } from '#client/components/entry/source-labels.ts'
import { type MadeEvidence, writeEvidence } from '#client/components/entry/write-evidence.ts'
import type { FieldShape, RowShape } from '#contract/record-shape.ts'
import type { Lists, RecordDraft, Typed } from './record-draft.ts'
import { rowName } from './row-name.ts'
import { recordNumber, statedValues } from './typed-values.ts'

type Body = Record<string, unknown>

const ownFields: Readonly<Record<string, string>> = {
  source: 'source',
  quote: 'quote',
  saidBy: 'who is quoted',
  asserts: 'what this source says instead',
  ...sourceLabels,
}

const labelIn =
  ({ fields }: RowShape) =>
  (name: string): string | null =>
    fields.find((field) => field.name === name)?.label.toLowerCase() ?? ownFields[name] ?? null

export const fieldId = (name: string): string => `record-${name}`

const pageOf = (shape: RowShape): PageOfForm => ({
  order: [...shape.parts.filter(({ name }) => name === 'names').map(({ name }) => name), ...shape.fields.map(({ name }) => name), ...shape.parts.map(({ name }) => name)],
  places: Object.fromEntries([
    ...shape.fields.map(({ name, label }) => [name, { id: fieldId(name), label }]),
    ...shape.parts.map(({ name, noun }) => [name, { id: `add-${name}`, label: `Another ${noun}` }]),
  ]),
  fieldLabel: (name) => ownFields[name] ?? null,
})

/** What a field's text becomes in the body; the schema says whether it can be kept. */
const written = (typed: string, { type, none, prefix = '' }: FieldShape, refuse: (message: string) => void): unknown => {
  switch (type) {
    case 'code':
      if (typed === '' && none === undefined) refuse('Choose one of these.')
      return typed === '' && none !== undefined ? null : typed
    case 'country': {
      if (typed.trim() === '') refuse('Choose a country.')
      const code = countryOf(typed)
      if (code === null && typed.trim() !== '') refuse(`No country is called “${typed.trim()}”. Choose one from the list.`)
      return code ?? ''
    }
    case 'number': {
      const read = readNumber(typed)
      if (read === null) refuse(numberProblem(typed))
      return read === 'empty' ? null : read
    }
    case 'record': {
      if (typed.trim() === '') return null
      const id = recordNumber(typed, prefix)
      if (id === null) refuse(`Choose one from the list, or type its number, such as ${prefix}-4.`)
      return id
    }
    case 'script':
      return typed === '' ? null : typed
    default:
      return typed
  }
}

/**
 * Makes the write body of what was typed, with what only the form can see to be wrong in it
 * (`findings.problems`) and where each of its values stands on the page (`findings.place`).
 */
export const bodyFromDraft =
  (shape: RowShape) =>
  (draft: RecordDraft): { body: Body; findings: Findings } => {
    const findings = new Findings(pageOf(shape))
    const { mainSource } = draft
    // Where the form has no source at all, that is said once, and not of each value.
    const sourced = (made: readonly MadeEvidence[]): readonly MadeEvidence[] => {
      if (draft.sources.length > 0 || made.length === 0) return made
      findings.refuse('sources', 'Name the source this comes from.')
      return made.filter(({ input }) => input.source !== '')
    }
    const fieldsOf = (values: Typed, { fields }: RowShape, at: string): Body =>
      Object.fromEntries(
        fields.map((field) => [
          field.name,
          written(values[field.name] ?? '', field, (message) => findings.refuse(`${at}${field.name}`, message)),
        ]),
      )
    const listsOf = (lists: Lists, outer: RowShape, at: string): Body =>
      Object.fromEntries(
        outer.parts.map((part) => [
          part.name,
          (lists[part.name] ?? []).map((row, index) => {
            const path = `${at}${part.name}.${index}`
            const made = sourced(writeEvidence(row.evidence, statedValues(part, row.values), { main: part.supported[0] ?? '', mainSource }))
            findings.row(path, row.uid, rowName(part, row, index), made, labelIn(part))
            return {
              id: row.id,
              ...fieldsOf(row.values, part, `${path}.`),
              evidence: made.map(({ input }) => input),
              ...listsOf(row.lists, part, `${path}.`),
            }
          }),
        ]),
      )
    if ((draft.finders['sources'] ?? '').trim() !== '') {
      findings.refuse('finders.sources', 'Choose a source from the list, start a new one, or empty this box.')
    }
    draft.sources.forEach((source, index) => findings.row(`sources.${index}`, source.uid, source.title || `Source ${index + 1}`, []))
    const stated = statedValues(shape, draft.values)
    const support = (field: string) => {
      const label = shape.fields.find(({ name }) => name === field)?.label ?? field
      const made = sourced(writeEvidence(draft.evidence[field] ?? [], { [field]: stated[field] ?? null }, { main: field, mainSource }))
      findings.evidence(`evidence.${field}`, label, made)
      return made.map(({ input }) => input)
    }
    const body = {
      ...fieldsOf(draft.values, shape, ''),
      ...listsOf(draft.lists, shape, ''),
      ...(draft.differentFrom === undefined ? {} : { differentFrom: draft.differentFrom }),
      ...(shape.supported.length === 0
        ? {}
        : { sources: draft.sources.map(sourceInput), evidence: Object.fromEntries(shape.supported.map((field) => [field, support(field)])) }),
    }
    return { body, findings }
  }

import type { Evidence } from '#seed/evidence.ts'
import type { Sourced } from './read-cells.ts'

/** What an import calls the source of its file while ids are not known yet. */
export const fileSource = 'file'

/** The file says a value in these words; none where there is no cell. */
export const say = <Field extends string>(field: Field, said: Sourced<unknown> | null, asserts: string | null): Evidence<Field>[] =>
  said === null
    ? []
    : [{ source: fileSource, field, quote: { text: said.quote, start: null, end: null }, asserts, saidBy: null }]

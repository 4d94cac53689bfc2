import type { Source } from '#contract/sources.ts'

/** The record a reader would open for a value. */
export type RecordBrief = Source['values'][number]['record']

/**
 * A row that evidence speaks of: the record it stands in, and its values in words by the
 * names that evidence gives its fields. A value that is not stated is "not stated" or null.
 */
export type HeldRow = {
  readonly id: number
  readonly record: RecordBrief
  readonly values: Readonly<Record<string, string | null>>
}

/** The words of a code; one that has none stays as it is. */
export const labelled = (labels: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (labels[code] ?? code)

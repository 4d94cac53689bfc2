import type { FieldShape, RowShape } from '#contract/record-shape.ts'
import type { EvidenceWrite, SourceWrite } from '#contract/source-write.ts'

/*
 * A write body as its shape says it. Its schema has parsed it: what a shape names is there.
 */

export type Cell = string | number | null

/** One row of a body: its fields, its evidence and the rows within it. */
export type BodyRow = Readonly<Record<string, unknown>> & { readonly id: number | null; readonly evidence: readonly EvidenceWrite[] }

export type RecordBody = Readonly<Record<string, unknown>> & {
  /** A source has none. */
  readonly sources?: readonly SourceWrite[]
  /** For the record's own fields, by their names. */
  readonly evidence?: Readonly<Record<string, readonly EvidenceWrite[]>>
}

export const fieldValue = (row: Readonly<Record<string, unknown>>, { name }: FieldShape): Cell => (row[name] ?? null) as Cell

/** The rows of one list of a body or of one of its rows. */
export const rowsOf = (row: Readonly<Record<string, unknown>>, { name }: RowShape): readonly BodyRow[] => (row[name] ?? []) as readonly BodyRow[]

export const sourcesOf = ({ sources = [] }: RecordBody): readonly SourceWrite[] => sources

export const evidenceOn = ({ evidence = {} }: RecordBody, field: string): readonly EvidenceWrite[] => evidence[field] ?? []

export type PlacedRow = {
  readonly shape: RowShape
  /** "detentions.0.charges.1" */
  readonly path: string
  readonly row: BodyRow
  /** The row it stands in; null where that is the record itself. */
  readonly within: BodyRow | null
}

/** Every row in a body with its path, each outer row before those within it. */
export const allRows = (body: RecordBody, shape: RowShape): PlacedRow[] => {
  const walk = (outer: Readonly<Record<string, unknown>>, { parts }: RowShape, at: string, within: BodyRow | null): PlacedRow[] =>
    parts.flatMap((part) =>
      rowsOf(outer, part).flatMap((row, index) => {
        const path = `${at}${part.name}.${index}`
        return [{ shape: part, path, row, within }, ...walk(row, part, `${path}.`, row)]
      }),
    )
  return walk(body, shape, '', null)
}

/** Every list of evidence in a body, with its path and the values it can support. */
export const allEvidence = (
  body: RecordBody,
  shape: RowShape,
): { readonly path: string; readonly list: readonly EvidenceWrite[]; readonly fields: readonly string[] }[] => [
  ...shape.supported.map((field) => ({ path: `evidence.${field}`, list: evidenceOn(body, field), fields: [] })),
  ...allRows(body, shape).map(({ path, row, shape: { supported } }) => ({ path: `${path}.evidence`, list: row.evidence, fields: supported })),
]

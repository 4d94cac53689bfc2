import type { EvidenceWrite, SourceWrite } from './source-write.ts'
import type { RowShape } from './record-shape.ts'
import type { z } from './zod.ts'

type Path = readonly (string | number)[]
type Supported = { readonly [part: string]: unknown; readonly evidence: readonly EvidenceWrite[] | Readonly<Record<string, readonly EvidenceWrite[]>> }

/** Refuses evidence that names a source the body does not have, or a value its row does not have. */
export const checkEvidence =
  (shape: RowShape) =>
  (body: Supported & { readonly sources: readonly SourceWrite[] }, context: z.RefinementCtx): void => {
    const refuse = (path: Path, message: string) => context.addIssue({ code: 'custom', path: [...path], message })
    const keys = new Set(body.sources.map((source) => source.key))
    if (keys.size < body.sources.length) refuse(['sources'], 'Two sources go by the same key.')
    const check = (list: readonly EvidenceWrite[], path: Path, fields: readonly string[]) =>
      list.forEach((item, index) => {
        if (item.id === null && item.field !== null && !fields.includes(item.field)) {
          refuse([...path, index, 'field'], 'There is no such value here. Leave it out for the main one.')
        }
        if (!keys.has(item.source)) refuse([...path, index, 'source'], 'Choose one of the sources above.')
      })
    const within = (row: Supported, { parts }: RowShape, path: Path): void => {
      for (const part of parts) {
        const rows = row[part.name] as readonly (Supported & { readonly evidence: readonly EvidenceWrite[] })[]
        rows.forEach((inner, index) => {
          const at = [...path, part.name, index]
          check(inner.evidence, [...at, 'evidence'], part.supported)
          within(inner, part, at)
        })
      }
    }
    for (const [name, list] of Object.entries(body.evidence)) check(list as readonly EvidenceWrite[], ['evidence', name], [])
    within(body, shape, [])
  }

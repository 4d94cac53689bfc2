import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { type EvidenceWrite, evidenceFields } from '#contract/source-write.ts'
import { type Part, parts } from './event-rows.ts'

type EvidenceList = readonly [path: string, list: readonly EvidenceWrite[], fields: readonly string[]]

/** Every list of evidence in a body, with its path and the values it can support. */
export const evidenceLists = (body: ReleaseEventWrite): EvidenceList[] => [
  ...Object.entries(body.evidence).map(([field, list]): EvidenceList => [`evidence.${field}`, list, []]),
  ...parts.flatMap((part: Part) =>
    body[part].map((row, index): EvidenceList => [`${part}.${index}.evidence`, row.evidence, evidenceFields[part]]),
  ),
]

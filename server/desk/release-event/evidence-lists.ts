import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { evidenceFields } from '#contract/source-write.ts'
import type { EvidenceList } from '../record/check-ids.ts'
import { type Part, parts } from './event-rows.ts'

/** Every list of evidence in a body, with its path and the values it can support. */
export const evidenceLists = (body: ReleaseEventWrite): EvidenceList[] => [
  ...Object.entries(body.evidence).map(([field, list]) => ({ path: `evidence.${field}`, list, fields: [] })),
  ...parts.flatMap((part: Part) =>
    body[part].map((row, index) => ({ path: `${part}.${index}.evidence`, list: row.evidence, fields: evidenceFields[part] })),
  ),
]

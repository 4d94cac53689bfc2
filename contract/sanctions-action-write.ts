import { actionLabels, actionStatusLabels, authorityLabels, codeOf } from './codes.ts'
import { Id } from './common.ts'
import { checkEvidence } from './evidence-checks.ts'
import { type RowShape, codeField, dateField, longField, recordField, textField } from './record-shape.ts'
import { SourceWrite, evidenceList } from './source-write.ts'
import { TypedDate, textOrNull } from './write-fields.ts'
import { z } from './zod.ts'

const fields = [
  codeField('authority', 'Authority', authorityLabels),
  codeField('action', 'Action', actionLabels),
  textField('agency', 'Agency'),
  textField('target', 'Target'),
  textField('commodity', 'Commodity'),
  textField('instrument', 'Instrument'),
  dateField('announced', 'Announced'),
  dateField('issued', 'Issued'),
  dateField('effective', 'In effect from'),
  dateField('expires', 'Ends'),
  longField('conditions', 'Conditions'),
  codeField('status', 'Status', actionStatusLabels, 'not_stated'),
  recordField('refersTo', 'Another record of the same act', 'S'),
]

export const sanctionsActionShape: RowShape = {
  name: 'sanctions_action',
  table: 'sanctions_action',
  noun: 'sanctions action',
  fields,
  supported: fields.map(({ name }) => name),
  parts: [],
}

/** A sanctions action as the form sends it and a proposal keeps it: the whole record as it should become. */
export const SanctionsActionWrite = z
  .strictObject({
    sources: z.array(SourceWrite).max(50),
    authority: codeOf(authorityLabels),
    action: codeOf(actionLabels),
    agency: textOrNull(500),
    target: textOrNull(500),
    commodity: textOrNull(500),
    /** The legal act, as it is called; null where none is named. */
    instrument: textOrNull(500),
    announced: TypedDate.default('not stated'),
    issued: TypedDate.default('not stated'),
    effective: TypedDate.default('not stated'),
    expires: TypedDate.default('not stated'),
    conditions: textOrNull(5000),
    status: codeOf(actionStatusLabels).default('not_stated'),
    refersTo: Id.nullable().default(null),
    evidence: z.strictObject({
      authority: evidenceList,
      action: evidenceList,
      agency: evidenceList,
      target: evidenceList,
      commodity: evidenceList,
      instrument: evidenceList,
      announced: evidenceList,
      issued: evidenceList,
      effective: evidenceList,
      expires: evidenceList,
      conditions: evidenceList,
      status: evidenceList,
      refersTo: evidenceList,
    }),
  })
  .superRefine(checkEvidence(sanctionsActionShape))
export type SanctionsActionWrite = z.output<typeof SanctionsActionWrite>

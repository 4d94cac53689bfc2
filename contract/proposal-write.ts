import { Id } from './common.ts'
import { DetaineeWrite } from './detainee-write.ts'
import { MergeWrite } from './merge.ts'
import { ChangeKind, type ProposalKind } from './proposal-kinds.ts'
import { RedactionWrite } from './redaction.ts'
import { ReleaseEventWrite } from './release-event-write.ts'
import { SanctionsActionWrite } from './sanctions-action-write.ts'
import { SourceRecordWrite } from './source-record-write.ts'
import { UndoWrite } from './undo.ts'
import { Reason, text } from './write-fields.ts'
import { z } from './zod.ts'

export const CommentText = text(5000, 'Write the comment first.')

const common = {
  recordId: Id.nullable().default(null),
  /** Version of the record it is based on; from the ETag of its write body. */
  baseVersion: z.number().int().nullable().default(null),
  /** Without a record: `new` or `late_discovery`. `retraction` takes the record out of the register. */
  changeKind: ChangeKind.exclude(['import']).default('new'),
  reason: Reason,
  /** One's own draft that this was written as: it is gone once this is sent. */
  draft: Id.nullable().default(null),
  /** Something for the reviewer beside the reason: it stays with the proposal. */
  comment: CommentText.nullable().default(null),
}

/** What proposing one kind of thing sends. A kind that is not listed here cannot be proposed. */
const proposing = <Kind extends ProposalKind, Body extends z.ZodType>(kind: Kind, body: Body) =>
  z.strictObject({ kind: z.literal(kind), ...common, body })

/** A proposal as it is sent. */
export const ProposalWrite = z.discriminatedUnion('kind', [
  proposing('release_event', ReleaseEventWrite),
  proposing('merge', MergeWrite),
  proposing('undo', UndoWrite),
  proposing('detainee', DetaineeWrite),
  proposing('sanctions_action', SanctionsActionWrite),
  proposing('source', SourceRecordWrite),
  proposing('redaction', RedactionWrite),
])

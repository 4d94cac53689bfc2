import { z } from './zod.ts'

/* What can be proposed at the desk. */

/** What sort of change it is, for the history and for what an edition says has changed. */
export const ChangeKind = z.enum(['new', 'correction', 'late_discovery', 'retraction', 'merge', 'import', 'redaction'])
export type ChangeKind = z.infer<typeof ChangeKind>

/** Records that are entered and corrected in a form of their own. */
export const RecordKind = z.enum(['release_event', 'detainee', 'sanctions_action', 'source'])
export type RecordKind = z.infer<typeof RecordKind>

/** Acts on the register: they are proposed and decided, and not edited in a form. */
const ActKind = z.enum(['merge', 'undo', 'import', 'redaction'])
type ActKind = z.infer<typeof ActKind>

/** What can be proposed. */
export const ProposalKind = z.enum([...RecordKind.options, ...ActKind.options])
export type ProposalKind = z.infer<typeof ProposalKind>
export const isAct = (kind: ProposalKind): kind is ActKind => ActKind.safeParse(kind).success

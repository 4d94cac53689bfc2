import type { ProposalKind } from '#contract/proposal-kinds.ts'
import { detaineeKind } from '../detainee/detainee.kind.ts'
import { releaseEventKind } from '../release-event/release-event.kind.ts'
import { importKind } from '../imports/import.kind.ts'
import { mergeKind } from '../merge/merge.kind.ts'
import { redactionKind } from '../redaction/redaction.kind.ts'
import { undoKind } from '../undo/undo.kind.ts'
import { sanctionsActionKind } from '../sanctions-action/sanctions-action.kind.ts'
import { sourceKind } from '../source/source.kind.ts'
import type { Kind } from './kind.ts'

/** Every kind of proposal, by its code in the contract. */
const kinds: Readonly<Record<ProposalKind, Kind>> = {
  release_event: releaseEventKind,
  merge: mergeKind,
  import: importKind,
  redaction: redactionKind,
  undo: undoKind,
  detainee: detaineeKind,
  sanctions_action: sanctionsActionKind,
  source: sourceKind,
}

/** The kind of a proposal as it is stored. Throws for one that this version does not know. */
export const kindOf = (code: string): Kind => {
  const kind = Object.values(kinds).find((known) => known.kind === code)
  if (!kind) throw new Error(`There is no kind of proposal "${code}"`)
  return kind
}

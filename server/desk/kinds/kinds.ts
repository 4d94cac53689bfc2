import type { ProposalKind } from '#contract/proposals.ts'
import { releaseEventKind } from '../release-event/release-event.kind.ts'
import { mergeKind } from '../merge/merge.kind.ts'
import { undoKind } from '../undo/undo.kind.ts'
import type { Kind } from './kind.ts'

/** Every kind of proposal, by its code in the contract. */
const kinds: Readonly<Record<ProposalKind, Kind>> = {
  release_event: releaseEventKind,
  merge: mergeKind,
  undo: undoKind,
}

/** The kind of a proposal as it is stored. Throws for one that this version does not know. */
export const kindOf = (code: string): Kind => {
  const kind = Object.values(kinds).find((known) => known.kind === code)
  if (!kind) throw new Error(`There is no kind of proposal "${code}"`)
  return kind
}

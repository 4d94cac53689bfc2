import { recordNoun } from '#client/components/records/record-link.tsx'
import { isAct } from '#contract/proposal-kinds.ts'
import { type ProposalRow, proposalStateLabels } from '#contract/proposals.ts'

const changeWords = {
  new: (noun: string) => `New ${noun}`,
  correction: (noun: string) => `Correction of a ${noun}`,
  late_discovery: (noun: string) => `Late discovery: a ${noun}`,
  retraction: (noun: string) => `Taking a ${noun} out of the register`,
  merge: () => 'Two people are one',
  import: () => 'Import of a list',
  redaction: () => 'Redaction',
} as const

/** What a proposal does to what: "New person". */
export const kindWords = ({ kind, changeKind }: Pick<ProposalRow, 'kind' | 'changeKind'>): string => {
  if (kind === 'undo') return 'Taking something back'
  return changeWords[changeKind](isAct(kind) ? '' : recordNoun(kind))
}

export const proposalRef = (id: number): string => `P-${id}`
export const stateWords = (row: Pick<ProposalRow, 'state'>): string => proposalStateLabels[row.state]

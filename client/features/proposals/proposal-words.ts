import { type ChangeKind, proposalStateLabels, type ProposalRow } from '#contract/proposals.ts'

const changeKindLabels: Readonly<Record<ChangeKind, string>> = {
  new: 'New release event',
  correction: 'Correction',
  late_discovery: 'Late discovery',
  retraction: 'Taking a release event out of the register',
  merge: 'Two people are one',
}

export const kindWords = ({ kind, changeKind }: Pick<ProposalRow, 'kind' | 'changeKind'>): string =>
  kind === 'undo' ? 'Taking something back' : changeKindLabels[changeKind]

export const proposalRef = (id: number): string => `P-${id}`
export const stateWords = (row: Pick<ProposalRow, 'state'>): string => proposalStateLabels[row.state]

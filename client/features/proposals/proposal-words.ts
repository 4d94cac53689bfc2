import { proposalStateLabels, type ProposalRow } from '#contract/proposals.ts'

export const changeKindLabels = {
  new: 'New release event',
  correction: 'Correction',
  late_discovery: 'Late discovery',
  retraction: 'Taking a release event out of the register',
} as const

export const proposalRef = (id: number): string => `P-${id}`
export const stateWords = (row: Pick<ProposalRow, 'state'>): string => proposalStateLabels[row.state]

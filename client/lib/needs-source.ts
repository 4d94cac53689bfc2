import type { ProposedChange } from '#contract/proposals.ts'

/** A title is the register's own, and what is not stated or goes needs no source. */
export const needsSource = ({ label, after }: ProposedChange): boolean =>
  after !== null && after.toLowerCase() !== 'not stated' && label !== 'Title' && label !== 'New source'

import type { Edition } from '#contract/editions.ts'
import { counted } from '#contract/charts/format-count.ts'

const nouns: readonly (readonly [table: string, one: string, many: string])[] = [
  ['release_event', 'release event', 'release events'],
  ['detainee', 'detainee', 'detainees'],
  ['destination', 'destination', 'destinations'],
  ['sanctions_action', 'sanctions action', 'sanctions actions'],
  ['source', 'source', 'sources'],
  ['evidence', 'piece of evidence', 'pieces of evidence'],
]

/** What an edition holds of each kind of record: "23 release events", "17 detainees", … */
export const countsOf = ({ counts }: Pick<Edition, 'counts'>): string[] =>
  nouns.flatMap(([table, one, many]) => (counts[table] === undefined ? [] : [counted(counts[table], one, many)]))

/** "Edition 17", or "Edition 17, revision 1" where it was rewritten to protect someone. */
export const editionName = ({ number, revision }: Pick<Edition, 'number' | 'revision'>): string =>
  revision === 0 ? `Edition ${number}` : `Edition ${number}, revision ${revision}`

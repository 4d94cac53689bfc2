import { needsSource } from '#client/lib/needs-source.ts'
import type { ProposedChange } from '#contract/proposals.ts'

/** What is often the reason that no words of a source are kept. */
export const usualReasons = [
  'It is in the source, in no words of its own',
  'Worked out from other values of the source',
  'Told to us directly',
  'Seen in a picture or a recording',
  'The source cannot be quoted safely',
] as const

/** A value that rests on no words of a source, by its place and its label. */
export const keyOf = ({ path, label }: ProposedChange): string => `${path ?? ''} ${label}`

/** The values for which no words are kept. A summary is in the register's own words. */
export const unquotedOf = (changes: readonly ProposedChange[]): readonly ProposedChange[] =>
  changes.filter(
    (change) =>
      needsSource(change) &&
      change.label !== 'Summary' &&
      !change.label.endsWith(': evidence') &&
      change.evidence.every(({ quote }) => quote === null),
  )

/** What the reviewer is told of them; null where every value has its words. */
export const commentOf = (unquoted: readonly ProposedChange[], reasons: Readonly<Record<string, string>>): string | null =>
  unquoted.length === 0
    ? null
    : ['No words of a source are kept for:', ...unquoted.map((change) => `${change.label}: ${(reasons[keyOf(change)] ?? '').trim()}`)].join('\n')

import { claimStateLabels, codeOf, dimensionLabels, populationLabels, qualifierLabels, relationLabels } from './codes.ts'
import { Id } from './common.ts'
import { CountryCode } from './countries.ts'
import { evidenceList } from './source-write.ts'
import { text, textOrNull } from './write-fields.ts'
import { z } from './zod.ts'

const number = z
  .number('Type a whole number.')
  .int('Type a whole number.')
  .min(0, 'A count cannot be below zero.')
  .max(10_000_000, 'This number is too large.')

export const CountWrite = z
  .strictObject({
    id: Id.nullable().default(null),
    dimension: codeOf(dimensionLabels),
    /** `all` for the total; a country code for destination and nationality; f, m or x for sex. */
    cell: text(500, 'Say what is counted.'),
    relation: codeOf(relationLabels).default('partition'),
    qualifier: codeOf(qualifierLabels).default('exact'),
    best: number,
    /** Used with the qualifiers `about` and `range`. */
    lowest: number.nullable().default(null),
    highest: number.nullable().default(null),
    population: codeOf(populationLabels).default('not_stated'),
    saidBy: textOrNull(500),
    state: codeOf(claimStateLabels).default('used'),
    evidence: evidenceList,
  })
  .superRefine((count, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((count.dimension === 'total') !== (count.cell === 'all')) {
      refuse('cell', 'The total counts all; every other count names what it counts.')
    }
    if (count.dimension === 'destination' || count.dimension === 'nationality') {
      if (!CountryCode.safeParse(count.cell).success) refuse('cell', 'Choose a country.')
    }
    if (count.dimension === 'sex' && !['f', 'm', 'x'].includes(count.cell)) refuse('cell', 'Choose f, m or x.')
    if (count.qualifier === 'range' && (count.lowest === null || count.highest === null)) {
      refuse('lowest', 'A range needs its lowest and its highest number.')
    }
    if (count.lowest !== null && count.lowest > count.best) refuse('lowest', 'The lowest is above the number itself.')
    if (count.highest !== null && count.highest < count.best) refuse('highest', 'The highest is below the number itself.')
  })
export type CountWrite = z.output<typeof CountWrite>

/** The bounds that a qualifier gives: null is open. Rule: DESIGN section 4, "Counts". */
export const boundsOf = (
  count: Pick<CountWrite, 'qualifier' | 'best' | 'lowest' | 'highest'>,
): { lowest: number | null; highest: number | null } => {
  if (count.qualifier === 'exact') return { lowest: count.best, highest: count.best }
  if (count.qualifier === 'at_least') return { lowest: count.best, highest: null }
  if (count.qualifier === 'at_most') return { lowest: null, highest: count.best }
  return { lowest: count.lowest, highest: count.highest }
}

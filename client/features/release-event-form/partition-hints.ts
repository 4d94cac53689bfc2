import { formatNumber } from '#contract/charts/format-count.ts'
import type { Draft } from './draft.ts'
import { readNumber } from '#client/components/entry/read-number.ts'

const plural = { destination: 'Destinations', nationality: 'Nationalities', sex: 'Sexes', offence_group: 'Groups of offences' }

const numberOf = (text: string): number | null => {
  const read = readNumber(text)
  return read === 'empty' ? null : read
}

/** The used total as typed, or null. */
export const typedTotal = (draft: Pick<Draft, 'counts'>): number | null =>
  numberOf(draft.counts.find(({ dimension, state }) => dimension === 'total' && state === 'used')?.best ?? '')

/**
 * Whether the parts of each dimension make the total, in words: "Destinations add up to 123 of
 * 124: 1 not placed." Nothing is said of a dimension without parts, or while there is no total.
 */
export const partitionHints = (draft: Pick<Draft, 'counts' | 'people'>): string[] => {
  const total = typedTotal(draft)
  if (total === null) return []
  const hints = Object.entries(plural).flatMap(([dimension, name]) => {
    const cells = draft.counts.filter(
      (count) => count.dimension === dimension && count.relation === 'partition' && count.state === 'used',
    )
    const numbers = cells.flatMap(({ best }) => numberOf(best) ?? [])
    if (numbers.length === 0) return []
    const sum = numbers.reduce((all, number) => all + number, 0)
    const most = `${name} add up to ${formatNumber(sum)}`
    if (sum === total) return [`${most}, which is the total.`]
    if (sum < total) return [`${most} of ${formatNumber(total)}: ${formatNumber(total - sum)} not placed.`]
    return [`${most}, ${formatNumber(sum - total)} more than the total of ${formatNumber(total)}.`]
  })
  const named = draft.people.length
  return named > total ? [...hints, `${named} people are named, more than the total of ${formatNumber(total)}.`] : hints
}

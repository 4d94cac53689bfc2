import { type ComparedKind, type Waterfall, comparedKindLabels } from '#contract/compare.ts'
import { formatInterval, formatNumber } from '#contract/charts/format-count.ts'
import { lower } from '#contract/sentence.ts'

const fates = ['added', 'corrected', 'merged', 'withdrawn'] as const

const singular: Readonly<Record<ComparedKind['kind'], string>> = {
  release_event: 'release event',
  detainee: 'detainee',
  sanctions_action: 'sanctions action',
  source: 'source',
}

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

/** "Corrected: 3 release events and 1 source. Nothing was added, merged or withdrawn." */
export const changedInAll = (kinds: readonly ComparedKind[]): string => {
  const said = fates.flatMap((fate) => {
    const touched = kinds.filter((kind) => kind[fate].total > 0)
    if (touched.length === 0) return []
    const counts = touched.map(
      ({ kind, [fate]: { total } }) => `${formatNumber(total)} ${total === 1 ? singular[kind] : lower(comparedKindLabels[kind])}`,
    )
    return [`${fate.charAt(0).toUpperCase()}${fate.slice(1)}: ${listed(counts, 'and')}.`]
  })
  const none = fates.filter((fate) => kinds.every((kind) => kind[fate].total === 0))
  return [...said, ...(none.length === 0 ? [] : [`Nothing was ${listed(none, 'or')}.`])].join(' ')
}

/** "The sources' band was 863 to 864 and is 866 to 867." Null where there is no band in either. */
export const bandWords = (lowest: Waterfall, highest: Waterfall): string | null => {
  const band = (side: 'before' | 'after'): string => formatInterval({ lowest: lowest[side], highest: highest[side] })
  if (lowest.before === highest.before && lowest.after === highest.after) return null
  return band('before') === band('after')
    ? `From the lowest to the highest claim it is ${band('after')} in both.`
    : `From the lowest to the highest claim it was ${band('before')} and is ${band('after')}.`
}

/** True where the ends of the band moved as the number itself did, for the same reasons. */
export const movedAlike = (waterfalls: readonly Waterfall[]): boolean => {
  const told = waterfalls.map(({ bars }) => JSON.stringify(bars.map(({ reason, change }) => [reason, change]).toSorted()))
  return new Set(told).size === 1
}

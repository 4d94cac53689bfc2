import { readSearch, type SearchText } from '#client/lib/search-params.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { type ChartSearch, chartSearch, filterOf, withoutFilterOf } from '#client/components/release-charts/chart-search.ts'
import type { Question } from '#client/components/release-charts/question.ts'
import { readComparedFilter, writeComparedFilter } from '#contract/compared-filter.ts'
import { releaseEventPhrase } from '#contract/sentence.ts'

/** A question as the address alone says it. */
export type Asked = Omit<Question, 'placeName'>

/** Without a filter a side still has to say which one it is. */
const phraseOf = (value: ChartSearch, isCompared: boolean): string => {
  const phrase = releaseEventPhrase(value)
  return phrase === '' && isCompared ? ', without a filter' : phrase
}

const asked = (search: PageSearch<ChartSearch>, side: Question['side'], linkTo: Asked['linkTo']): Asked => ({
  search,
  linkTo,
  side,
  filter: filterOf(search.kept),
  rule: search.value.rule,
  phrase: phraseOf(search.value, side !== null),
})

/** The filter of the page, and the one it is compared with: both are drawn alike, by one rule. */
export const sidesOf = (page: PageSearch<ChartSearch>): readonly [Asked] | readonly [Asked, Asked] => {
  const { vs } = page.value
  const first = asked(page, vs === undefined ? null : 'A', (next) => next)
  if (vs === undefined) return [first]
  const { vs: _, vsCursor, cursor: _cursor, ...drawn } = withoutFilterOf(page.kept)
  const kept: SearchText = { ...drawn, ...readComparedFilter(vs), ...(vsCursor === undefined ? {} : { cursor: vsCursor }) }
  const linkTo = (next: SearchText): SearchText => {
    const { cursor: nextCursor, ...shown } = withoutFilterOf(next)
    const { cursor } = page.kept
    return {
      ...first.filter,
      ...shown,
      ...(cursor === undefined ? {} : { cursor }),
      vs: writeComparedFilter(filterOf(next)),
      ...(nextCursor === undefined ? {} : { vsCursor: nextCursor }),
    }
  }
  const search = { ...readSearch(chartSearch, kept), go: (next: SearchText) => page.go(linkTo(next)) }
  return [first, asked(search, 'B', linkTo)]
}

/** The address with both filters in each other's place. */
export const swapped = ([first, second]: readonly [Asked, Asked]): SearchText => {
  const { vs: _, vsCursor: _cursor, cursor: _own, ...drawn } = withoutFilterOf(first.search.kept)
  return { ...drawn, ...second.filter, vs: writeComparedFilter(first.filter) }
}

import { Link } from '@tanstack/react-router'
import { LimitsList } from '#client/components/limits/limits-list.tsx'
import { type SearchText, changed, listFilter } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { getDetaineeFacets } from '#contract/detainee-facets.ts'
import { limitsOfPeople } from './people-limits.ts'

/** What is not known of the people under a filter, each kind with the way to them; `undated` are those its dates leave out. */
export const DetaineeLimits = ({ kept, undated }: { kept: SearchText; undated: number }) => {
  const filter = listFilter(kept)
  const { data } = useAnswer(getDetaineeFacets, { query: filter, keepPrevious: true })
  if (data === undefined) return null
  const found = limitsOfPeople(data.facets, filter)
  return (
    <LimitsList
      nothing="Of the people under this filter nothing is missing that the register can be filtered by."
      limits={[
        ...(undated === 0
          ? []
          : [{ key: 'undated', title: 'Left out by the dates, for none is stated', count: undated, link: (words: string) => words }]),
        ...found.map(({ name, value, title, count }) => ({
          key: name,
          title,
          count,
          link: (words: string) => (
            <Link to="/detainees" search={changed(filter, { [name]: value })}>
              {words}
            </Link>
          ),
        })),
      ]}
      one="person"
      many="people"
    />
  )
}

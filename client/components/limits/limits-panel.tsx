import { Link } from '@tanstack/react-router'
import { type SearchText, changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { joinList } from '#contract/common.ts'
import { getLimits, type Limits } from '#contract/stats-limits.ts'
import { LimitsList } from './limits-list.tsx'

/** What is not known of the events under a filter, each kind with the way to its records. */
export const LimitsPanel = ({ filter, of }: { filter: SearchText; of?: string | undefined }) => {
  const { data } = useAnswer(getLimits, { query: filter, keepPrevious: true })
  if (data === undefined) return null
  const found = data.limits.filter(({ events }) => events > 0)
  return (
    <LimitsList
      nothing="Of the events under this filter nothing is missing that the register asks for."
      limits={found.map((limit) => ({
        key: limit.kind,
        title: limit.title,
        count: limit.events,
        link: (words) => (
          <Link to="/release-events" search={searchFor(filter, limit)}>
            {words}
          </Link>
        ),
        ...(limit.ids.length < limit.events ? { note: `the link leads to the first ${limit.ids.length}` } : {}),
      }))}
      one="event"
      many="events"
      of={of}
    />
  )
}

/** Undated events lie outside every range of dates: without it they are found. */
const searchFor = (filter: SearchText, { kind, ids }: Limits['limits'][number]): SearchText =>
  changed(filter, { id: joinList(ids), ...(kind === 'undated' ? { from: undefined, to: undefined } : {}) })

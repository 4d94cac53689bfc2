import { ChartFrame } from '#client/components/charts/chart-frame.tsx'
import { TimeChart } from '#client/components/charts/time-chart.tsx'
import { FilterCheckbox } from '#client/components/filters/filter-checkbox.tsx'
import { Switch } from '#client/components/forms/switch.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { type SearchText, changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { addCounts } from '#contract/charts/add-counts.ts'
import { counted, formatCount, formatNumber } from '#contract/charts/format-count.ts'
import { timeCsv } from '#contract/charts/time-csv.ts'
import { timeRows } from '#contract/charts/time-rows.ts'
import { shortUnit } from '#contract/charts/short-unit.ts'
import { formatUnit } from '#contract/dates/format-date.ts'
import { fileNameOf } from '#contract/sentence.ts'
import { type Overview, type ReleaseStats, getReleaseStats } from '#contract/stats.ts'
import type { OverviewSearch } from './overview.search.ts'
import { seriesNamer } from './series-name.ts'
import { TimeTable } from './time-table.tsx'

export const ReleasesOverTime = ({
  search,
  filter,
  phrase,
  places,
}: {
  search: PageSearch<OverviewSearch>
  filter: SearchText
  /** The overview's destinations, which know where people stayed. */
  places: Overview['destinations']
  phrase: string
}) => {
  const { by } = search.value
  const split = search.value.split === 'none' ? undefined : 'destination'
  const stats = useAnswer(getReleaseStats, { query: { ...filter, by, split }, keepPrevious: true })
  const hasNotDrawn = (stats.data?.notDated.length ?? 0) > 0
  // An event is in the cells of several destinations: how many there are is asked without them.
  const events = useAnswer(getReleaseStats, { query: { ...filter, by }, enabled: split !== undefined && hasNotDrawn })
  const title = `Releases${phrase}, by ${by}${split === undefined ? '' : ' and destination'}`
  const { kept, go } = search
  const seriesName = seriesNamer(places)
  return (
    <Answered query={stats} what="the releases over time">
      {(data) => (
        <ChartFrame
          title={title}
          isUpdating={stats.isPlaceholderData}
          total={<Total stats={data} />}
          beside={<NotDrawn stats={data} whole={split === undefined ? data : events.data} />}
          rule={`Counted as reported: for each event the number the register uses, drawn in the ${by} in which all of its date surely lies. The thin line on a bar is the band from the lowest to the highest claim.`}
          tools={
            <>
              <Switch
                label="Unit of time"
                value={by}
                options={[
                  { value: 'month', label: 'Month' },
                  { value: 'quarter', label: 'Quarter' },
                  { value: 'year', label: 'Year' },
                ]}
                onChange={(unit) => go(changed(kept, { by: unit === 'month' ? undefined : unit }))}
              />
              <FilterCheckbox
                label="By destination"
                checked={split !== undefined}
                onChange={(checked) => go(changed(kept, { split: checked ? undefined : 'none' }))}
              />
            </>
          }
          chart={<Chart stats={data} seriesName={seriesName} />}
          table={<TimeTable stats={data} caption={title} seriesName={seriesName} />}
          csv={{ name: fileNameOf(title), text: () => timeCsv(data, seriesName) }}
        />
      )}
    </Answered>
  )
}

const Chart = ({ stats, seriesName }: { stats: ReleaseStats; seriesName: (key: string) => string }) => {
  const { rows, series } = timeRows(stats)
  const most = rows.toSorted((a, b) => b.reported.best - a.reported.best)[0]
  if (most === undefined) return <Empty title="No release under this filter is dated closely enough to be drawn." />
  const summary = `Bar chart of ${rows.length} ${stats.by}s, ${formatUnit(rows[0]?.key ?? '')} to ${formatUnit(
    rows.at(-1)?.key ?? '',
  )}. The highest is ${formatUnit(most.key)} with ${formatCount(most.reported)} releases. The table has every value.`
  return <TimeChart rows={rows} series={series} summary={summary} unitLabel={shortUnit} seriesLabel={seriesName} />
}

const Total = ({ stats: { total } }: { stats: ReleaseStats }) => (
  <>
    <CountText count={total.reported} /> {total.reported.best === 1 ? 'release' : 'releases'} of prisoners as reported, in{' '}
    {formatNumber(total.events)} {total.events === 1 ? 'event' : 'events'}
  </>
)

/** What has no bar, so that nobody takes the bars for everything. */
const NotDrawn = ({
  stats: { by, notDated, undated, total },
  whole,
}: {
  stats: ReleaseStats
  /** The same without a split, which counts each event once; undefined until it is answered. */
  whole: ReleaseStats | undefined
}) => {
  const outside = addCounts(notDated.map(({ reported }) => reported))
  const releases = `${formatCount(outside)} ${outside.best === 1 ? 'release' : 'releases'}`
  const events = whole?.notDated.reduce((sum, cell) => sum + cell.events, 0)
  const isOne = events === undefined ? outside.best === 1 : events === 1
  return (
    <>
      {notDated.length === 0 ? (
        total.events > 0 && <p>Every event counted here is dated to the {by}.</p>
      ) : (
        <p>
          {events === undefined ? releases : `${counted(events, 'event', 'events')} with ${releases}`} {isOne ? 'is' : 'are'} not dated to
          the {by}, or only about so, and {isOne ? 'is' : 'are'} not drawn.
        </p>
      )}
      {undated.events === 0 ? null : (
        <p>
          Left out by the date filter: {formatCount(undated.reported)} releases in {formatNumber(undated.events)}{' '}
          {undated.events === 1 ? 'event' : 'events'} without any date.
        </p>
      )}
    </>
  )
}

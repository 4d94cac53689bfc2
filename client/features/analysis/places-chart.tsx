import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Switch } from '#client/components/forms/switch.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { capitalised } from '#client/lib/capitalised.ts'
import { addressOf } from '#client/lib/call.ts'
import { changed } from '#client/lib/search-params.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { dimensionFilter } from '#contract/charts/dimension-filter.ts'
import { drawBars } from '#contract/charts/draw-bars.ts'
import { type FlowRow, flowBars, flowRows, flowSeries } from '#contract/charts/flow-rows.ts'
import { formatCount, formatNumber } from '#contract/charts/format-count.ts'
import { inSentence } from '#contract/charts/place-words.ts'
import { countryName } from '#contract/countries.ts'
import { type Flows, downloadFlows } from '#contract/stats-series.ts'
import type { Analysis } from './analysis.ts'
import { AnalysisChart } from './analysis-chart.tsx'
import type * as MapModule from './map-drawing.ts'
import { eventsWords, ruleWords, tallyWords } from './chart-words.ts'

/** Where people were taken, as bars or as a map with the ways there; both have one table. */
export const PlacesChart = ({ analysis, flows }: { analysis: Analysis; flows: UseQueryResult<Flows> }) => {
  const { filter, rule, search } = analysis
  const mount = useMount()
  const isMap = search.value.map === 'yes'
  // The map and its atlas come when it is asked for.
  const map = useQuery({ queryKey: ['map'], queryFn: () => import('./map-drawing.ts'), enabled: isMap, staleTime: Infinity, structuralSharing: false })
  return (
    <Answered query={flows} what="the destinations">
      {(data) => (
        <Shown
          analysis={analysis}
          flows={data}
          map={isMap ? (map.data ?? null) : null}
          csv={addressOf(downloadFlows, { mount, query: { ...filter, rule } })}
          isUpdating={flows.isPlaceholderData || (isMap && map.data === undefined)}
        />
      )}
    </Answered>
  )
}

type MapDrawing = typeof MapModule

const Shown = ({
  analysis,
  flows,
  map,
  csv,
  isUpdating,
}: {
  analysis: Analysis
  flows: Flows
  map: MapDrawing | null
  csv: string
  isUpdating: boolean
}) => {
  const { search, phrase, rule } = analysis
  const { kept, go } = search
  const rows = flowRows(flows.flows)
  const title = `${capitalised(flows.unit)}${phrase}, by country of destination`
  const filterOf = ({ code }: FlowRow) => dimensionFilter('destination', code)
  return (
    <AnalysisChart
      analysis={analysis}
      id="places"
      title={title}
      total={tallyWords(flows.total, flows.unit)}
      rule={`${ruleWords(rule)} Nobody is counted as taken to the country that released them.`}
      beside={[...notOnMap(rows, map), ...undatedWords(flows), flows.note]}
      tools={
        <Switch
          label="Bars or map"
          value={search.value.map === 'yes' ? 'map' : 'bars'}
          options={[
            { value: 'bars', label: 'Bars' },
            { value: 'map', label: 'Map' },
          ]}
          onChange={(next) => go(changed(kept, { map: next === 'map' ? 'yes' : undefined }))}
        />
      }
      draw={rows.length === 0 ? null : (width) => (map === null ? drawBars(flowBars(rows), flowSeries, width) : map.drawMap(rows, width))}
      summary={`${map === null ? 'Bar chart' : 'Map'} of ${rows.length} destinations; the table has every value.`}
      empty="No release is known under this filter."
      onChoose={(key) => {
        const row = rows.find((one) => one.key === key)
        const chosen = row === undefined ? null : filterOf(row)
        if (chosen !== null) go(changed(kept, chosen))
      }}
      canChoose={(key) => rows.some((row) => row.key === key && filterOf(row) !== null)}
      table={<Table title={title} flows={flows} rows={rows} searchFor={(row) => (filterOf(row) === null ? null : changed(kept, filterOf(row) ?? {}))} />}
      csv={csv}
      isUpdating={isUpdating}
    />
  )
}

/** What has no place on a map is said in words. */
const notOnMap = (rows: readonly FlowRow[], map: MapDrawing | null): string[] => {
  const missing = map === null ? [] : rows.filter(({ code }) => !map.isOnMap(code))
  const starts = map === null ? [] : [...new Set(rows.flatMap(({ from }) => from))].filter((code) => !map.isOnMap(code))
  return [
    ...(missing.length === 0 ? [] : [`Not on the map: ${missing.map(({ name, reported }) => `${name} ${formatCount(reported)}`).join('; ')}.`]),
    ...(starts.length === 0 ? [] : [`No line is drawn from ${starts.map(inSentence).join(', ')}: not on the map.`]),
  ]
}

const undatedWords = ({ undated }: Flows): string[] =>
  undated.events === 0 ? [] : [`Left out by the date filter: ${formatCount(undated.reported)} in ${eventsWords(undated.events)} without any date.`]

const Table = ({
  title,
  flows,
  rows,
  searchFor,
}: {
  title: string
  flows: Flows
  rows: readonly FlowRow[]
  searchFor: (row: FlowRow) => Readonly<Record<string, string>> | null
}) => (
  <DataTable
    caption={title}
    cards={false}
    rows={rows}
    rowKey={({ key }) => key}
    columns={[
      {
        key: 'place',
        label: 'Destination',
        cell: (row) => {
          const search = searchFor(row)
          return search === null ? (
            row.name
          ) : (
            <Link to="." search={search} resetScroll={false} aria-label={`${row.name}: show only this`}>
              {row.name}
            </Link>
          )
        },
        foot: 'Together',
      },
      { key: 'from', label: 'Released by', cell: ({ from }) => from.map(countryName).join(', ') },
      {
        key: 'reported',
        label: capitalised(flows.unit),
        number: true,
        cell: ({ reported }) => <CountText count={reported} />,
        foot: <CountText count={flows.total.reported} />,
      },
      { key: 'events', label: 'Events', number: true, cell: ({ events }) => formatNumber(events), foot: formatNumber(flows.total.events) },
    ]}
  />
)

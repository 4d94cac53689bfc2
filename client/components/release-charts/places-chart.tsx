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
import { barsExtent, drawBars } from '#contract/charts/draw-bars.ts'
import { type FlowRow, flowBars, flowRows, flowSeries, releasingRows } from '#contract/charts/flow-rows.ts'
import { formatCount, formatNumber } from '#contract/charts/format-count.ts'
import { inSentence } from '#contract/charts/place-words.ts'
import { countryName } from '#contract/countries.ts'
import { type Flows, downloadFlows } from '#contract/stats-series.ts'
import type { PlacesSearch } from './chart-search.ts'
import type { Question } from './question.ts'
import { ReleaseChart } from './release-chart.tsx'
import type * as MapModule from './map-drawing.ts'
import { eventsWords, ruleWords, tallyWords } from './chart-words.ts'

/** Where people were taken, as bars or as a map with the ways there; both have one table. */
export const PlacesChart = ({ question, flows }: { question: Question<PlacesSearch>; flows: UseQueryResult<Flows> }) => {
  const { filter, rule, search } = question
  const mount = useMount()
  const isMap = search.value.map === 'yes' && search.value.place === 'destination'
  // The map and its atlas come when it is asked for.
  const map = useQuery({ queryKey: ['map'], queryFn: () => import('./map-drawing.ts'), enabled: isMap, staleTime: Infinity, structuralSharing: false })
  return (
    <Answered query={flows} what="the destinations">
      {(data) => (
        <Shown
          question={question}
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
  question,
  flows,
  map,
  csv,
  isUpdating,
}: {
  question: Question<PlacesSearch>
  flows: Flows
  map: MapDrawing | null
  csv: string
  isUpdating: boolean
}) => {
  const { search, phrase, rule } = question
  const { kept, go } = search
  const { place } = search.value
  const rows = place === 'country' ? releasingRows(flows.flows) : flowRows(flows.flows)
  const title = `${capitalised(flows.unit)}${phrase}, by ${place === 'country' ? 'releasing country' : 'country of destination'}`
  const filterOf = ({ code }: FlowRow) => dimensionFilter(place, code)
  return (
    <ReleaseChart
      question={question}
      id="places"
      title={title}
      total={tallyWords(flows.total, flows.unit)}
      rule={`${ruleWords(rule)}${place === 'country' ? '' : ' Nobody is counted as taken to the country that released them.'}`}
      beside={[...notOnMap(rows, map), ...(place === 'country' ? [theWays] : []), ...undatedWords(flows), flows.note]}
      tools={
        <Switch
          label="Which countries, and how"
          value={place === 'country' ? 'country' : search.value.map === 'yes' ? 'map' : 'bars'}
          options={[
            { value: 'bars', label: 'Destinations' },
            { value: 'map', label: 'Map' },
            { value: 'country', label: 'Releasing countries' },
          ]}
          onChange={(next) => go(changed(kept, { map: next === 'map' ? 'yes' : undefined, place: next === 'country' ? next : undefined }))}
        />
      }
      draw={rows.length === 0 ? null : (width, extent) => (map === null ? drawBars(flowBars(rows), place === 'country' ? flowSeries.slice(0, 1) : flowSeries, width, extent) : map.drawMap(rows, width, extent))}
      extent={map === null ? barsExtent(flowBars(rows)) : map.mapExtent(rows)}
      summary={`${map === null ? 'Bar chart' : 'Map'} of ${rows.length} ${place === 'country' ? 'releasing countries' : 'destinations'}; the table has every value.`}
      empty="No release is known under this filter."
      onChoose={(key) => {
        const row = rows.find((one) => one.key === key)
        const chosen = row === undefined ? null : filterOf(row)
        if (chosen !== null) go(changed(kept, chosen))
      }}
      canChoose={(key) => rows.some((row) => row.key === key && filterOf(row) !== null)}
      table={<Table title={title} place={place} flows={flows} rows={rows} searchFor={(row) => (filterOf(row) === null ? null : question.linkTo(changed(kept, filterOf(row) ?? {})))} />}
      csv={csv}
      isUpdating={isUpdating}
    />
  )
}

const theWays = 'The file of numbers has each way from a releasing country to a destination.'
const borders = 'The map draws the borders the United Nations use. Kosovo has no ISO code of its own and is written XK. Places too small for the map have none on it.'

/** What has no place on a map is said in words. */
const notOnMap = (rows: readonly FlowRow[], map: MapDrawing | null): string[] => {
  const missing = map === null ? [] : rows.filter(({ code }) => !map.isOnMap(code))
  const starts = map === null ? [] : [...new Set(rows.flatMap(({ from }) => from))].filter((code) => !map.isOnMap(code))
  return [
    ...(map === null ? [] : [borders]),
    ...(missing.length === 0 ? [] : [`Not on the map: ${missing.map(({ name, reported }) => `${name} ${formatCount(reported)}`).join('; ')}.`]),
    ...(starts.length === 0 ? [] : [`No line is drawn from ${starts.map(inSentence).join(', ')}: not on the map.`]),
  ]
}

const undatedWords = ({ undated }: Flows): string[] =>
  undated.events === 0 ? [] : [`Left out by the date filter: ${formatCount(undated.reported)} in ${eventsWords(undated.events)} without any date.`]

const Table = ({
  title,
  place,
  flows,
  rows,
  searchFor,
}: {
  title: string
  place: 'destination' | 'country'
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
        label: place === 'country' ? 'Released by' : 'Destination',
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
      ...(place === 'country' ? [] : [{ key: 'from', label: 'Released by', cell: ({ from }: FlowRow) => from.map(countryName).join(', ') }]),
      {
        key: 'reported',
        label: capitalised(flows.unit),
        number: true,
        cell: ({ reported }) => <CountText count={reported} />,
        foot: <CountText count={flows.total.reported} />,
      },
      ...(place === 'country'
        ? []
        : [{ key: 'events', label: 'Events', number: true, cell: ({ events }: FlowRow) => formatNumber(events ?? 0), foot: formatNumber(flows.total.events) }]),
    ]}
  />
)

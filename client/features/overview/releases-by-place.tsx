import { Link } from '@tanstack/react-router'
import { BarList } from '#client/components/charts/bar-list.tsx'
import { ChartFrame } from '#client/components/charts/chart-frame.tsx'
import { Switch } from '#client/components/forms/switch.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { changed, listIn, toggled } from '#client/lib/search-params.ts'
import type { PageSearch } from '#client/lib/use-page-search.ts'
import { csvText } from '#contract/charts/chart-csv.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { type PlaceRow, placeRows } from '#contract/charts/place-rows.ts'
import { inSentence } from '#contract/charts/place-words.ts'
import { countryName } from '#contract/countries.ts'
import { fileNameOf } from '#contract/sentence.ts'
import type { Overview } from '#contract/stats.ts'
import type { OverviewSearch } from './overview.search.ts'

const nameOf = ({ code, stayed }: PlaceRow, place: string): string => {
  if (stayed) return `stayed in ${inSentence(code)}`
  return code === 'not_stated' && place === 'destination' ? 'Destination not stated' : countryName(code)
}

export const ReleasesByPlace = ({
  overview,
  search,
  phrase,
}: {
  overview: Overview
  search: PageSearch<OverviewSearch>
  phrase: string
}) => {
  const { kept, go, value } = search
  const { place } = value
  const rows = placeRows(place === 'destination' ? overview.destinations : overview.countries)
  const title = `Releases${phrase}, by ${place === 'destination' ? 'country of destination' : 'releasing country'}`
  const name = (row: PlaceRow) => nameOf(row, place)
  const link = (row: PlaceRow) => (
    <Link
      to="."
      search={toggled(kept, place, row.code)}
      resetScroll={false}
      aria-label={`${name(row)}: ${listIn(kept, place).includes(row.code) ? 'stop filtering by it' : 'filter by it'}`}
    >
      {name(row)}
    </Link>
  )
  return (
    <ChartFrame
      title={title}
      total={
        <>
          <CountText count={overview.releases.reported} />{' '}
          {overview.releases.reported.best === 1 ? 'release' : 'releases'} of prisoners as reported
        </>
      }
      rule={
        place === 'destination'
          ? 'Counted as reported, by the numbers sources give for each destination. What they leave of an event’s total is “not stated”; it is below zero where they exceed it. Nobody is counted as taken to the country that released them.'
          : 'Counted as reported, by the country that released them.'
      }
      tools={
        <Switch
          label="Which country"
          value={place}
          options={[
            { value: 'destination', label: 'Destination' },
            { value: 'country', label: 'Releasing country' },
          ]}
          onChange={(next) => go(changed(kept, { place: next === 'destination' ? undefined : next }))}
        />
      }
      chart={rows.length === 0 ? <Empty title="No release is known under this filter." /> : <BarList rows={rows} name={link} />}
      table={
        <DataTable
          caption={title}
          cards={false}
          rows={rows}
          rowKey={(row) => `${row.code}${row.stayed ? ' stayed' : ''}`}
          columns={[
            { key: 'place', label: 'Country', cell: link, foot: 'Together' },
            {
              key: 'reported',
              label: 'Releases as reported',
              number: true,
              cell: ({ reported }) => <CountText count={reported} />,
              foot: <CountText count={overview.releases.reported} />,
            },
            {
              key: 'events',
              label: 'Events',
              number: true,
              cell: ({ events }) => formatNumber(events),
              foot: formatNumber(overview.releases.events),
            },
          ]}
        />
      }
      csv={{
        name: fileNameOf(title),
        text: () =>
          csvText(
            ['code', 'country', 'stayed', 'lowest', 'used', 'highest', 'lowest_is_open', 'highest_is_open', 'events'],
            rows.map((row) => [
              row.code,
              name(row),
              row.stayed ? 'yes' : 'no',
              row.reported.lowest,
              row.reported.best,
              row.reported.highest,
              row.reported.openLow ? 'yes' : 'no',
              row.reported.openHigh ? 'yes' : 'no',
              row.events,
            ]),
          ),
      }}
    />
  )
}

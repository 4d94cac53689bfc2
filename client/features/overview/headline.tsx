import { Link } from '@tanstack/react-router'
import { DataTable } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import type { SearchText } from '#client/lib/search-params.ts'
import { counted, formatBand, formatInterval, formatNumber } from '#contract/charts/format-count.ts'
import { populationLabels } from '#contract/codes.ts'
import type { Overview } from '#contract/stats.ts'
import styles from './overview.module.css'

/** The numbers everyone quotes, with their band and unit; how they come about is one click away. */
export const Headline = ({
  overview,
  filter,
  isRanged,
}: {
  overview: Overview
  filter: SearchText
  isRanged: boolean
}) => {
  const { releases, named, certain, possible } = overview
  const band = formatBand(releases.reported)
  return (
    <>
      <p className={styles.headline} data-testid="headline">
        <strong className={styles.first}>{formatNumber(releases.reported.best)}</strong>{' '}
        {releases.reported.best === 1 ? 'release' : 'releases'} of prisoners as reported{band === null ? '' : ` (${band})`}, in{' '}
        <strong>{formatNumber(releases.events)}</strong> {releases.events === 1 ? 'event' : 'events'}
        {isRanged && possible > 0 ? ` (${formatNumber(certain)} certain, ${formatNumber(possible)} possible)` : ''};{' '}
        <strong>{formatNumber(named.people)}</strong> {named.people === 1 ? 'person' : 'people'} among them on record
      </p>
      <details className={styles.more}>
        <summary>What these numbers hold</summary>
        <div className={styles.moreBody}>
          <ByPopulation overview={overview} />
          <Reading overview={overview} filter={filter} isRanged={isRanged} />
        </div>
      </details>
    </>
  )
}

const ByPopulation = ({ overview: { byPopulation, releases } }: { overview: Overview }) => (
  <DataTable
    caption="The reported releases by the population the sources name. The words are the sources' own; one event is in one row."
    rows={byPopulation}
    rowKey={({ population }) => population}
    cards={false}
    columns={[
      { key: 'population', label: 'Population', cell: ({ population }) => populationLabels[population], foot: 'Together' },
      { key: 'events', label: 'Events', number: true, cell: ({ events }) => formatNumber(events) },
      {
        key: 'reported',
        label: 'Releases as reported',
        number: true,
        cell: ({ reported }) => <CountText count={reported} />,
        foot: <CountText count={releases.reported} />,
      },
    ]}
  />
)

/** What a careful reader asks next. */
const Reading = ({
  overview: { named, unnamed, eventsWithoutNumber, possible, certain, undated },
  filter,
  isRanged,
}: {
  overview: Overview
  filter: SearchText
  isRanged: boolean
}) => (
  <ul>
    <li>
      {counted(named.people, 'person is', 'people are')} on record as released, in {counted(named.releases, 'release', 'releases')}: someone
      released twice is one person and two releases. Someone whose name is withheld is on record too. People on record are
      part of the reported number and never added to it.
    </li>
    <li>{formatInterval(unnamed)} of the reported releases are of people who are not on record.</li>
    {eventsWithoutNumber === 0 ? null : (
      <li>{counted(eventsWithoutNumber, 'event is', 'events are')} in the list, but no source gives a number for it.</li>
    )}
    {isRanged ? (
      <li>
        {counted(certain, 'event lies', 'events lie')} wholly in these dates; {counted(possible, 'event', 'events')} possibly.{' '}
        {undated === 0
          ? 'No event is left out for having no date.'
          : `${counted(undated, 'event has', 'events have')} no date and is not counted.`}
      </li>
    ) : null}
    <li>
      In brackets stands the band of all claims: from the lowest to the highest anyone reports.{' '}
      <Link to="/methods">How we count</Link> · <Link to="/release-events" search={filter}>The events behind these numbers</Link>
    </li>
  </ul>
)

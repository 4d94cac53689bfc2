import { Link } from '@tanstack/react-router'
import { FilterCheckbox } from '#client/components/filters/filter-checkbox.tsx'
import { SelectField } from '#client/components/forms/text-field.tsx'
import { Switch } from '#client/components/forms/switch.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { capitalised } from '#client/lib/capitalised.ts'
import { addressOf } from '#client/lib/call.ts'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { addCounts } from '#contract/charts/add-counts.ts'
import { dimensionFilter, unitRange } from '#contract/charts/dimension-filter.ts'
import { columnsExtent, drawColumns } from '#contract/charts/draw-columns.ts'
import { formatCount, formatNumber } from '#contract/charts/format-count.ts'
import { shortUnit } from '#contract/charts/short-unit.ts'
import { type TimeNotes, noteSentences, noteWords, timeNotes } from '#contract/charts/time-notes.ts'
import { type TimeRow, restKey, seriesTotals, timeRows } from '#contract/charts/time-rows.ts'
import { formatUnit } from '#contract/dates/format-date.ts'
import { dimensionLabel, dimensionTitles, isTime } from '#contract/dimensions.ts'
import { lower } from '#contract/sentence.ts'
import { type ReleaseStats, downloadReleaseStats, getReleaseStats } from '#contract/stats.ts'
import { getLinks } from '#contract/stats-links.ts'
import { getCumulative } from '#contract/stats-series.ts'
import type { TimeSearch } from './chart-search.ts'
import type { Question } from './question.ts'
import { ReleaseChart } from './release-chart.tsx'
import { eventsWords, ruleWords, tallyWords } from './chart-words.ts'
import { OverTimeTable } from './over-time-table.tsx'
import styles from './release-charts.module.css'

export const OverTime = ({ question }: { question: Question<TimeSearch> }) => {
  const { filter, rule, search, phrase } = question
  const { by, cumulative } = search.value
  const split = search.value.split === 'none' ? undefined : search.value.split
  const query = { ...filter, by, split, rule }
  const stats = useAnswer(getReleaseStats, { query, keepPrevious: true })
  const sums = useAnswer(getCumulative, { query: { ...filter, by, rule }, enabled: cumulative === 'yes', keepPrevious: true })
  // What moved with it: the chart stands without, and takes it in when it is there.
  const links = useAnswer(getLinks, { query: filter, keepPrevious: true }).data
  const mount = useMount()
  const name = seriesNamer(question, split)
  const only = (change: Readonly<Record<string, string>> | null) => changed(search.kept, change ?? {})
  return (
    <Answered query={stats} what="the releases over time">
      {(data) => {
        const { rows } = timeRows(data)
        const notes: TimeNotes = links === undefined || !isTime(data.by) ? new Map() : timeNotes(links, data.by)
        const title = `${capitalised(data.unit)}${phrase}, by ${data.by}${data.split === null ? '' : ` and ${lower(dimensionTitles[data.split])}`}`
        const points = cumulative === 'yes' && sums.data?.by === data.by ? sums.data.points : null
        const running = points === null ? null : { points, title: 'Added up to the end of each unit' }
        return (
          <ReleaseChart
            question={question}
            id="time"
            title={title}
            total={tallyWords(data.total, data.unit)}
            rule={`${ruleWords(rule)} Each is drawn in the ${data.by} in which all of its date lies; the thin line on a column is the band of all claims.`}
            beside={[...besideOf(data), ...(links === undefined || !isTime(data.by) ? [] : noteSentences(notes, rows.map(({ key }) => key), links, data.by))]}
            tools={<Tools question={question} />}
            draw={
              rows.length === 0
                ? null
                : (width, extent) => {
                    const drawn = timeRows(data, mostSeries, extent)
                    const keys = drawn.series.map(({ key }) => key)
                    const words = { unit: shortUnit, value: (row: TimeRow) => valueWords(row, keys, name, noteWords(notes.get(row.key))), series: name, actions: (key: string) => notes.get(key)?.actions.length ?? 0 }
                    return drawColumns(drawn.rows, keys, words, running, width, extent)
                  }
            }
            extent={columnsExtent({ rows, series: seriesTotals(data.cells) }, running)}
            summary={summaryOf(rows, data)}
            empty="No release under this filter is dated closely enough to be drawn."
            onChoose={(key) => search.go(only(dimensionFilter(by, key)))}
            range={{
              words: (from, to) => `${formatUnit(from)} to ${formatUnit(to)}.`,
              choose: (from, to) => search.go(only({ from: unitRange(from).from, to: unitRange(to).to })),
            }}
            {...(data.split === null ? {} : { legend: legendOf(data.split, (change) => search.go(only(change))) })}
            table={
              <OverTimeTable
                stats={data}
                caption={title}
                seriesName={name}
                notes={notes}
                running={points}
                unitCell={(key) => (
                  <Link to="." search={question.linkTo(only(dimensionFilter(by, key)))} resetScroll={false} aria-label={`${formatUnit(key)}: show only this`}>
                    {formatUnit(key)}
                  </Link>
                )}
              />
            }
            csv={addressOf(downloadReleaseStats, { mount, query })}
            isUpdating={stats.isPlaceholderData}
          />
        )
      }}
    </Answered>
  )
}

/** As many series as have a colour of their own beside the rest. */
const mostSeries = 5

/** An entry of the legend is a filter where its value is one. */
const legendOf = (split: NonNullable<ReleaseStats['split']>, go: (change: Readonly<Record<string, string>> | null) => void) => ({
  canChoose: (key: string) => key !== restKey && dimensionFilter(split, key) !== null,
  onChoose: (key: string) => go(dimensionFilter(split, key)),
})

const seriesNamer =
  ({ placeName }: Question<unknown>, split: ReleaseStats['split'] | undefined) =>
  (key: string): string => {
    if (key === restKey) return 'All others together'
    if (split === 'destination') return placeName(key)
    return split === undefined || split === null ? key : dimensionLabel(split, key)
  }

const valueWords = ({ key, reported, parts }: TimeRow, series: readonly string[], name: (key: string) => string, note: string): string =>
  [
    `${formatUnit(key)}: ${formatCount(reported)}`,
    ...series.filter((one) => (parts[one] ?? 0) !== 0).map((one) => `${name(one)} ${formatNumber(parts[one] ?? 0)}`),
    ...(note === '' ? [] : [note]),
  ].join('; ')

const summaryOf = (rows: readonly TimeRow[], { by }: ReleaseStats): string => {
  const most = rows.toSorted((a, b) => b.reported.best - a.reported.best)[0]
  if (most === undefined) return 'Nothing is drawn.'
  return `Column chart of ${rows.length} ${by}s, ${formatUnit(rows[0]?.key ?? '')} to ${formatUnit(rows.at(-1)?.key ?? '')}. The highest is ${formatUnit(most.key)} with ${formatCount(most.reported)}. The table has every value.`
}

/** What has no column, so that nobody takes the columns for everything. */
const besideOf = ({ by, notDated, undated, split, note }: ReleaseStats): string[] => {
  const outside = addCounts(notDated.map(({ reported }) => reported))
  const events = notDated.reduce((sum, cell) => sum + cell.events, 0)
  return [
    notDated.length === 0
      ? `Every event counted here is dated to the ${by}.`
      : `Not drawn: ${formatCount(outside)}${split === null ? ` in ${eventsWords(events)}` : ''}, whose date does not lie in one ${by}.`,
    ...(undated.events === 0 ? [] : [`Left out by the date filter: ${formatCount(undated.reported)} in ${eventsWords(undated.events)} without any date.`]),
    note,
  ]
}

const Tools = ({ question: { search } }: { question: Question<TimeSearch> }) => {
  const { kept, value, go } = search
  return (
    <div className={styles.choices}>
      <Switch
        label="Unit of time"
        value={value.by}
        options={[
          { value: 'month', label: 'Month' },
          { value: 'quarter', label: 'Quarter' },
          { value: 'year', label: 'Year' },
        ]}
        onChange={(by) => go(changed(kept, { by: by === 'month' ? undefined : by }))}
      />
      <div className={styles.choice}>
        <SelectField
          label="Stacked by"
          value={value.split}
          options={[
            { value: 'destination', label: 'Destination' },
            { value: 'basis', label: 'Basis' },
            { value: 'country', label: 'Released by' },
            { value: 'none', label: 'Nothing' },
          ]}
          onChange={(event) => go(changed(kept, { split: event.target.value === 'destination' ? undefined : event.target.value }))}
        />
      </div>
      <FilterCheckbox
        label="Added up"
        checked={value.cumulative === 'yes'}
        onChange={(checked) => go(changed(kept, { cumulative: checked ? 'yes' : undefined }))}
      />
    </div>
  )
}

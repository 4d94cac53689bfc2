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
import { dimensionFilter } from '#contract/charts/dimension-filter.ts'
import { drawColumns } from '#contract/charts/draw-columns.ts'
import { formatCount, formatNumber } from '#contract/charts/format-count.ts'
import { shortUnit } from '#contract/charts/short-unit.ts'
import { type TimeRow, restKey, timeRows } from '#contract/charts/time-rows.ts'
import { formatUnit } from '#contract/dates/format-date.ts'
import { dimensionLabel, dimensionTitles } from '#contract/dimensions.ts'
import { lower } from '#contract/sentence.ts'
import { type ReleaseStats, downloadReleaseStats, getReleaseStats } from '#contract/stats.ts'
import { getCumulative } from '#contract/stats-series.ts'
import type { Analysis } from './analysis.ts'
import { AnalysisChart } from './analysis-chart.tsx'
import { eventsWords, ruleWords, tallyWords } from './chart-words.ts'
import { OverTimeTable } from './over-time-table.tsx'
import styles from './analysis.module.css'

export const OverTime = ({ analysis }: { analysis: Analysis }) => {
  const { filter, rule, search, phrase } = analysis
  const { by, split, cumulative } = search.value
  const query = { ...filter, by, split, rule }
  const stats = useAnswer(getReleaseStats, { query, keepPrevious: true })
  const running = useAnswer(getCumulative, { query: { ...filter, by, rule }, enabled: cumulative === 'yes', keepPrevious: true })
  const mount = useMount()
  const name = seriesNamer(analysis, split)
  const choose = (key: string) => changed(search.kept, dimensionFilter(by, key) ?? {})
  return (
    <Answered query={stats} what="the releases over time">
      {(data) => {
        const { rows, series } = timeRows(data)
        const keys = series.map(({ key }) => key)
        const title = `${capitalised(data.unit)}${phrase}, by ${data.by}${data.split === null ? '' : ` and ${lower(dimensionTitles[data.split])}`}`
        const points = cumulative === 'yes' && running.data?.by === data.by ? running.data.points : null
        return (
          <AnalysisChart
            analysis={analysis}
            id="time"
            title={title}
            total={tallyWords(data.total, data.unit)}
            rule={`${ruleWords(rule)} Each is drawn in the ${data.by} in which all of its date lies; the thin line on a column is the band of all claims.`}
            beside={besideOf(data)}
            tools={<Tools analysis={analysis} />}
            draw={
              rows.length === 0
                ? null
                : (width) =>
                    drawColumns(
                      rows,
                      keys,
                      { unit: shortUnit, value: (row) => valueWords(row, keys, name), series: name },
                      points === null ? null : { points, title: 'Added up to the end of each unit' },
                      width,
                    )
            }
            summary={summaryOf(rows, data)}
            empty="No release under this filter is dated closely enough to be drawn."
            onChoose={(key) => search.go(choose(key))}
            table={
              <OverTimeTable
                stats={data}
                caption={title}
                seriesName={name}
                running={points}
                unitCell={(key) => (
                  <Link to="." search={choose(key)} resetScroll={false} aria-label={`${formatUnit(key)}: show only this`}>
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

const seriesNamer =
  ({ placeName }: Analysis, split: ReleaseStats['split'] | undefined) =>
  (key: string): string => {
    if (key === restKey) return 'All others together'
    if (split === 'destination') return placeName(key)
    return split === undefined || split === null ? key : dimensionLabel(split, key)
  }

const valueWords = ({ key, reported, parts }: TimeRow, series: readonly string[], name: (key: string) => string): string =>
  [
    `${formatUnit(key)}: ${formatCount(reported)}`,
    ...series.filter((one) => (parts[one] ?? 0) !== 0).map((one) => `${name(one)} ${formatNumber(parts[one] ?? 0)}`),
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

const Tools = ({ analysis: { search } }: { analysis: Analysis }) => {
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
          value={value.split ?? ''}
          options={[
            { value: '', label: 'Nothing' },
            { value: 'destination', label: 'Destination' },
            { value: 'basis', label: 'Basis' },
            { value: 'country', label: 'Released by' },
          ]}
          onChange={(event) => go(changed(kept, { split: event.target.value }))}
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

import { Link } from '@tanstack/react-router'
import { FilterCheckbox } from '#client/components/filters/filter-checkbox.tsx'
import { SelectField } from '#client/components/forms/text-field.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { type Column, DataTable } from '#client/components/table/data-table.tsx'
import { capitalised } from '#client/lib/capitalised.ts'
import { addressOf } from '#client/lib/call.ts'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { barsExtent, drawBars, mostBars } from '#contract/charts/draw-bars.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { type PivotRow, pivotRows, pivotTotal } from '#contract/charts/pivot-rows.ts'
import { countsPeople } from '#contract/counting-rules.ts'
import { dimensionTitles, dimensions, isOfPeople } from '#contract/dimensions.ts'
import { type Measure, type Pivot, downloadPivot, getPivot, measureTitles, measures } from '#contract/pivot.ts'
import { lower } from '#contract/sentence.ts'
import type { Question } from '#client/components/release-charts/question.ts'
import { ReleaseChart } from '#client/components/release-charts/release-chart.tsx'
import { eventsWords, ruleWords } from '#client/components/release-charts/chart-words.ts'
import styles from '#client/components/release-charts/release-charts.module.css'

/** The table to work in: two dimensions and a measure of one's own choice. */
export const PivotChart = ({ question }: { question: Question }) => {
  const { filter, rule, search } = question
  const { rows, columns, sort } = search.value
  const by = columns === undefined || columns === rows ? [rows] : [rows, columns]
  const query = { ...filter, by, measure: measureOf(question), rule, sort }
  const pivot = useAnswer(getPivot, { query, keepPrevious: true })
  const mount = useMount()
  return (
    <Answered query={pivot} what="the table">
      {(data) => (
        <Shown question={question} pivot={data} csv={addressOf(downloadPivot, { mount, query })} isUpdating={pivot.isPlaceholderData} />
      )}
    </Answered>
  )
}

/** What only people have cannot be counted by claims: named people are counted there. */
const measureOf = ({ rule, search: { value } }: Question): Measure => {
  const { measure, rows, columns } = value
  const isPeople = isOfPeople(rows) || (columns !== undefined && isOfPeople(columns))
  return isPeople && (measure === 'events' || (measure === 'reported' && !countsPeople(rule))) ? 'named' : measure
}

const Shown = ({ question, pivot, csv, isUpdating }: { question: Question; pivot: Pivot; csv: string; isUpdating: boolean }) => {
  const { search, phrase, rule } = question
  const { kept, go } = search
  const rows = pivotRows(pivot, question.placeName)
  const total = pivotTotal(pivot)
  const title = `${pivot.measure === 'reported' ? capitalised(pivot.unit) : measureTitles[pivot.measure]}${phrase}, by ${pivot.by.map(({ name }) => lower(dimensionTitles[name])).join(' and ')}`
  const choose = (row: PivotRow) => changed(kept, row.filter ?? {})
  const bars = rows.map((row) => ({ key: row.key, label: row.labels.join(' · '), text: row.text, ...row.bar }))
  const most = bars.toSorted((a, b) => (b.parts[0]?.value ?? 0) - (a.parts[0]?.value ?? 0))[0]
  return (
    <ReleaseChart
      question={question}
      id="pivot"
      title={title}
      total={pivot.measure === 'events' ? `${eventsWords(total.events)} in all` : `${total.text} ${pivot.unit}${total.beside === null ? '' : `, ${total.beside}`}, in ${eventsWords(total.events)}`}
      rule={pivot.measure === 'reported' || (pivot.measure !== 'events' && countsPeople(rule)) ? ruleWords(rule) : `Counts ${pivot.unit}.`}
      beside={besideOf(pivot, rows.length)}
      tools={<Choices question={question} measure={pivot.measure} />}
      draw={rows.length === 0 ? null : (width, extent) => drawBars(bars, [{ key: 'all', name: pivot.unit }], width, extent)}
      extent={barsExtent(bars)}
      summary={`Bar chart of ${rows.length} rows. The largest is ${most?.label ?? ''}, ${most?.text ?? ''}. The table has every value.`}
      empty="No release is known under this filter."
      onChoose={(key) => {
        const row = rows.find((one) => one.key === key)
        if (row !== undefined) go(choose(row))
      }}
      canChoose={(key) => rows.find((one) => one.key === key)?.filter != null}
      table={<Table title={title} pivot={pivot} rows={rows} total={total} sort={search.value.sort} onSort={(sort) => go(changed(kept, { sort }))} linkTo={(row) => question.linkTo(choose(row))} />}
      csv={csv}
      isUpdating={isUpdating}
    />
  )
}

const besideOf = (pivot: Pivot, rows: number): string[] => [
  pivot.note,
  ...(pivot.by.some(({ multiple }) => multiple) ? ['What is counted can stand in several rows; the total counts it once.'] : []),
  ...(rows > mostBars ? [`The chart draws the first ${mostBars} of ${formatNumber(rows)} rows; the table has them all.`] : []),
  ...(pivot.undatedEvents > 0 ? [`Left out by the date filter: ${eventsWords(pivot.undatedEvents)} without any date.`] : []),
]

const Choices = ({ question: { search }, measure }: { question: Question; measure: Pivot['measure'] }) => {
  const { kept, value, go } = search
  const ways = dimensions.map((dimension) => ({ value: dimension, label: dimensionTitles[dimension] }))
  return (
    <div className={styles.choices}>
      <div className={styles.choice}>
        <SelectField label="Rows by" value={value.rows} options={ways} onChange={(event) => go(changed(kept, { rows: event.target.value }))} />
      </div>
      <div className={styles.choice}>
        <SelectField
          label="and by"
          value={value.columns ?? ''}
          options={[{ value: '', label: 'Nothing else' }, ...ways.filter((way) => way.value !== value.rows)]}
          onChange={(event) => go(changed(kept, { columns: event.target.value }))}
        />
      </div>
      <div className={styles.choice}>
        <SelectField
          label="Measure"
          value={measure}
          options={measures.map((one) => ({ value: one, label: measureTitles[one] }))}
          onChange={(event) => go(changed(kept, { measure: event.target.value }))}
        />
      </div>
      <FilterCheckbox
        label="Largest first"
        checked={value.sort === '-value'}
        onChange={(checked) => go(changed(kept, { sort: checked ? '-value' : 'key' }))}
      />
    </div>
  )
}

const Table = ({
  title,
  pivot,
  rows,
  total,
  sort,
  onSort,
  linkTo,
}: {
  title: string
  pivot: Pivot
  rows: readonly PivotRow[]
  total: ReturnType<typeof pivotTotal>
  sort: string
  onSort: (sort: string) => void
  linkTo: (row: PivotRow) => Readonly<Record<string, string>>
}) => {
  const labelled = pivot.by.map(({ name }, index): Column<PivotRow> => ({
    key: name,
    label: dimensionTitles[name],
    ...(index === 0 ? { sort: { ascending: 'key', descending: '-key' }, foot: 'Together' } : {}),
    cell: (row) =>
      index > 0 || row.filter === null ? (
        row.labels[index]
      ) : (
        <Link to="." search={linkTo(row)} resetScroll={false} aria-label={`${row.labels.join(', ')}: show only this`}>
          {row.labels[0]}
        </Link>
      ),
  }))
  const columns: Column<PivotRow>[] = [
    ...labelled,
    {
      key: 'value',
      label: pivot.measure === 'reported' ? capitalised(pivot.unit) : measureTitles[pivot.measure],
      number: true,
      sort: { ascending: 'value', descending: '-value' },
      cell: ({ text }) => text,
      foot: total.text,
    },
    ...(rows.some(({ beside }) => beside !== null)
      ? [{ key: 'beside', label: 'Beside it', number: true, cell: ({ beside }: PivotRow) => beside ?? '', foot: total.beside ?? '' }]
      : []),
    ...(pivot.measure === 'events'
      ? []
      : [{ key: 'events', label: 'Events', number: true, cell: ({ events }: PivotRow) => formatNumber(events), foot: formatNumber(total.events) }]),
  ]
  return <DataTable caption={title} cards={false} columns={columns} rows={rows} rowKey={({ key }) => key} sort={sort} onSort={onSort} />
}

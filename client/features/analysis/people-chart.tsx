import { SelectField } from '#client/components/forms/text-field.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { IntervalText } from '#client/components/values/count-text.tsx'
import { addressOf } from '#client/lib/call.ts'
import { changed } from '#client/lib/search-params.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { barsExtent, drawBars } from '#contract/charts/draw-bars.ts'
import { countedBand } from '#contract/charts/format-count.ts'
import { peopleRows } from '#contract/charts/people-rows.ts'
import { countsPeople } from '#contract/counting-rules.ts'
import { dimensionTitles, peopleDimensions } from '#contract/dimensions.ts'
import { lower } from '#contract/sentence.ts'
import { type PeopleStats, downloadPeopleStats, getPeopleStats } from '#contract/stats-people.ts'
import type { Question } from '#client/components/release-charts/question.ts'
import { ReleaseChart } from '#client/components/release-charts/release-chart.tsx'
import { ruleWords } from '#client/components/release-charts/chart-words.ts'
import styles from '#client/components/release-charts/release-charts.module.css'

const ways = [
  ...peopleDimensions.map((dimension) => ({ value: dimension, label: dimensionTitles[dimension] })),
  { value: 'time_detained', label: 'Time in detention' },
]

export const PeopleChart = ({ question }: { question: Question }) => {
  const { filter, rule, search, phrase } = question
  const query = { ...filter, by: search.value.who, rule }
  const people = useAnswer(getPeopleStats, { query, keepPrevious: true })
  const mount = useMount()
  return (
    <Answered query={people} what="who was released">
      {(data) => {
        const title = `Named people released${phrase}, by ${lower(data.title)}`
        const rows = peopleRows(data)
        return (
          <ReleaseChart
            question={question}
            id="people"
            title={title}
            total={`${countedBand(data.total.people, 'named person', 'named people')} in ${countedBand(data.total.releases, 'release', 'releases')}`}
            rule={countsPeople(rule) ? ruleWords(rule) : 'Counts all who are named: of the people behind a reported number nothing else is known.'}
            beside={besideOf(data)}
            tools={
              <div className={styles.choice}>
                <SelectField label="Who, by" value={search.value.who} options={ways} onChange={(event) => search.go(changed(search.kept, { who: event.target.value }))} />
              </div>
            }
            draw={
              rows.length === 0
                ? null
                : (width, extent) => drawBars(rows, [{ key: 'known', name: 'Stated' }, { key: 'not_stated', name: 'Not stated' }], width, extent)
            }
            extent={barsExtent(rows)}
            summary={`Bar chart of ${rows.length} values. The table has every value.`}
            empty="Nobody is named under this filter."
            table={<Table title={title} data={data} />}
            csv={addressOf(downloadPeopleStats, { mount, query })}
            isUpdating={people.isPlaceholderData}
          />
        )
      }}
    </Answered>
  )
}

const besideOf = ({ note, multiple, undated, by }: PeopleStats): string[] => [
  note,
  ...(by === 'time_detained' ? ['Where dates are uncertain someone may belong to several rows: a row runs from those surely in it to those who may be.'] : []),
  ...(multiple && by !== 'time_detained' ? ['A person can have several values and stands under each.'] : []),
  ...(undated.people.highest === 0 ? [] : [`Left out by the date filter: ${countedBand(undated.people, 'person', 'people')} in events without any date.`]),
]

const Table = ({ title, data: { cells, rest, total, title: label } }: { title: string; data: PeopleStats }) => (
  <DataTable
    caption={title}
    cards={false}
    rows={[...cells, ...(rest.values === 0 ? [] : [{ ...rest, key: 'rest', label: `${rest.values} more values together` }])]}
    rowKey={({ key }) => key}
    columns={[
      { key: 'value', label, cell: (row) => row.label, foot: 'Together, each once' },
      { key: 'people', label: 'People', number: true, cell: ({ people }) => <IntervalText interval={people} />, foot: <IntervalText interval={total.people} /> },
      { key: 'releases', label: 'Releases', number: true, cell: ({ releases }) => <IntervalText interval={releases} />, foot: <IntervalText interval={total.releases} /> },
    ]}
  />
)

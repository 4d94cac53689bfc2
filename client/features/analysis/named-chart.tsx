import { Link } from '@tanstack/react-router'
import { Answered } from '#client/components/states/answered.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { CountText, IntervalText } from '#client/components/values/count-text.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { buttonClass } from '#client/components/forms/button.tsx'
import { changed } from '#client/lib/search-params.ts'
import { addressOf } from '#client/lib/call.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { barsExtent, drawBars } from '#contract/charts/draw-bars.ts'
import { counted, formatCount, formatInterval, formatNumber } from '#contract/charts/format-count.ts'
import { namedRows, namedSeries } from '#contract/charts/named-rows.ts'
import { type NamedAndUnnamed, type NamedSum, downloadNamedAndUnnamed, getNamedAndUnnamed } from '#contract/stats-named.ts'
import type { Question } from '#client/components/release-charts/question.ts'
import { RecordLink, useOpenRecord } from '#client/components/release-charts/record-link.tsx'
import { ReleaseChart } from '#client/components/release-charts/release-chart.tsx'
import { eventsWords } from '#client/components/release-charts/chart-words.ts'
import styles from './analysis.module.css'

const limit = 20

export const NamedChart = ({ question }: { question: Question }) => {
  const { filter, search, phrase } = question
  const cursor = search.value.cursor
  const named = useAnswer(getNamedAndUnnamed, { query: { ...filter, limit, cursor }, keepPrevious: true })
  const mount = useMount()
  const open = useOpenRecord()
  const title = `Named and not named${phrase}, by release event`
  return (
    <Answered query={named} what="the named and the unnamed">
      {(data) => (
        <div>
          <ReleaseChart
            question={question}
            id="named"
            title={title}
            total={sumWords(data.total, data.people)}
            rule="Claimed is the used claim of each event. Named are the distinct people on record in it, also where the name is withheld; they are part of the claimed number and never added to it. Not named is what the claims leave, from the lowest to the highest: the thin line ends where all who are claimed may end. The counting rule chosen above does not change this chart."
            beside={besideOf(data)}
            draw={data.data.length === 0 ? null : (width, extent) => drawBars(namedRows(data.data), namedSeries, width, extent)}
            extent={barsExtent(namedRows(data.data))}
            summary={`Bar chart of ${eventsWords(data.data.length)}, each with its named and its unnamed people. The table has every value.`}
            empty="No release event is known under this filter."
            onChoose={(id) => open('/release-events', Number(id))}
            chooseWords="Press Enter or click to open the event."
            table={<Table title={title} data={data} />}
            csv={addressOf(downloadNamedAndUnnamed, { mount, query: filter })}
            isUpdating={named.isPlaceholderData}
          />
          <Pages question={question} page={data.page} />
        </div>
      )}
    </Answered>
  )
}

/** Forward by cursor; back is the browser's own step, or the first page. */
const Pages = ({ question: { search, linkTo }, page }: { question: Question; page: NamedAndUnnamed['page'] }) => {
  const isFirst = search.value.cursor === undefined
  return isFirst && page.next === null ? null : (
    <nav className={styles.pages} aria-label="Pages of the events">
      {isFirst ? null : (
        <Link to="." search={linkTo(changed(search.kept, {}))} resetScroll={false} className={buttonClass()}>
          First {limit} events
        </Link>
      )}
      {page.next === null ? null : (
        <Link to="." search={linkTo(changed(search.kept, { cursor: page.next }))} resetScroll={false} className={buttonClass()}>
          Next {limit} events
        </Link>
      )}
    </nav>
  )
}

const sumWords = ({ claimed, named, unnamed, events }: NamedSum, people: number): string =>
  `${formatCount(claimed)} claimed, ${counted(named, 'release', 'releases')} of ${counted(people, 'named person', 'named people')}, ${formatInterval(unnamed)} not named, in ${eventsWords(events)}`

const besideOf = ({ rest, page }: NamedAndUnnamed): string[] => [
  ...(rest.events === 0
    ? []
    : [`On other pages: ${formatCount(rest.claimed)} claimed, ${formatNumber(rest.named)} named, ${formatInterval(rest.unnamed)} not named, in ${eventsWords(rest.events)}.`]),
  ...(page.undated === 0 ? [] : [`Left out by the date filter: ${eventsWords(page.undated)} without any date.`]),
]

const Table = ({ title, data: { data, rest, total } }: { title: string; data: NamedAndUnnamed }) => (
  <DataTable
    caption={rest.events === 0 ? title : `${title}. The foot is the total of all pages.`}
    cards={false}
    rows={data}
    rowKey={({ id }) => id}
    columns={[
      {
        key: 'event',
        label: 'Event',
        cell: ({ id, title: name }) => (
          <RecordLink of="/release-events" id={id}>
            {name}
          </RecordLink>
        ),
        foot: 'Together',
      },
      { key: 'date', label: 'Date', cell: ({ date }) => <StatedDateText date={date} /> },
      { key: 'claimed', label: 'Claimed', number: true, cell: ({ claimed }) => <CountText count={claimed} />, foot: <CountText count={total.claimed} /> },
      { key: 'named', label: 'Named', number: true, cell: ({ named }) => formatNumber(named), foot: formatNumber(total.named) },
      {
        key: 'unnamed',
        label: 'Not named',
        number: true,
        cell: ({ unnamed }) => <IntervalText interval={unnamed} />,
        foot: <IntervalText interval={total.unnamed} />,
      },
    ]}
  />
)

import { Fragment } from 'react'
import { ScaleTogether } from '#client/components/charts/shared-scale.tsx'
import { useLinkedChart } from '#client/components/charts/use-linked-chart.ts'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { PrintNote } from '#client/components/records/print-note.tsx'
import { chartIds, chartSearch } from '#client/components/release-charts/chart-search.ts'
import { changed } from '#client/lib/search-params.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { ChartOf } from './chart-of.tsx'
import { ComparedNumbers } from './compared-numbers.tsx'
import { RuleChoice } from './rule-choice.tsx'
import { SideFilter } from './side-filter.tsx'
import { type Asked, sidesOf } from './sides.ts'
import { useQuestions } from './use-questions.ts'
import styles from './analysis.module.css'

/** One question and every view of it: filter and rule stand in the address and drive all charts. */
export const AnalysisPage = () => {
  const search = usePageSearch(chartSearch)
  const { kept, value, go } = search
  useLinkedChart()
  const sides = sidesOf(search)
  const questions = useQuestions(sides)
  const title = titleOf(sides)
  const isCompared = sides.length === 2
  return (
    <>
      <PageHeading title={title} tab={title === 'Analysis of all releases' ? 'Analysis' : title} />
      <DroppedNotice dropped={search.dropped} kept={kept} />
      <PrintNote title={title} />
      <div className={isCompared ? styles.pair : undefined}>
        {sides.map((asked) => (
          <SideFilter key={asked.side} asked={asked} sides={sides} page={search} />
        ))}
      </div>
      <RuleChoice rule={value.rule} onChange={(rule) => go(changed(kept, { rule: rule === 'as_reported' ? undefined : rule }))} />
      {isCompared ? <ComparedNumbers sides={sides} /> : null}
      <div className={styles.charts}>
        {chartIds.map((id) => {
          const charts = questions.map((one) => <ChartOf key={one.question.side} id={id} {...one} />)
          return isCompared ? (
            <ScaleTogether key={id}>
              <div className={styles.pair}>{charts}</div>
            </ScaleTogether>
          ) : (
            <Fragment key={id}>{charts}</Fragment>
          )
        })}
      </div>
    </>
  )
}

const titleOf = ([first, second]: ReturnType<typeof sidesOf>): string => {
  if (second !== undefined) return `Compared: ${subjectOf(first)}; and ${subjectOf(second)}`
  return first.phrase === '' ? 'Analysis of all releases' : `Analysis of releases${first.phrase}`
}

const subjectOf = ({ phrase }: Asked): string => `releases${phrase}`

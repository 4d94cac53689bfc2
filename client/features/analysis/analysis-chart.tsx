import type { ReactNode } from 'react'
import { ChartFrame } from '#client/components/charts/chart-frame.tsx'
import { Picture } from '#client/components/charts/picture.tsx'
import { TakeAway } from '#client/components/charts/take-away.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { Drawing } from '#contract/charts/drawing.ts'
import { svgText } from '#contract/charts/svg-text.ts'
import { getMount } from '#contract/editions.ts'
import { fileNameOf } from '#contract/sentence.ts'
import type { Analysis } from './analysis.ts'
import { type ChartId, viewOf, withView } from './analysis.search.ts'
import { originWords } from './chart-words.ts'

/** Wide enough for a slide, narrow enough for a page. */
const downloadWidth = 880

/** A chart of the page: one drawing for the screen and for the download, its table, and what can be taken along. */
export const AnalysisChart = ({
  analysis: { search },
  id,
  title,
  total,
  rule,
  beside: given,
  tools,
  draw,
  summary,
  empty,
  onChoose,
  canChoose,
  chooseWords,
  table,
  csv,
  isUpdating,
}: {
  analysis: Analysis
  id: ChartId
  title: string
  total: string
  rule: string
  /** What the chart does not show, a sentence each. */
  beside?: readonly string[]
  tools?: ReactNode
  /** Null where there is nothing to draw; `empty` then says so. */
  draw: ((width: number) => Drawing) | null
  summary: string
  empty: string
  onChoose?: (key: string) => void
  canChoose?: (key: string) => boolean
  chooseWords?: string
  table: ReactNode
  /** Address of the same numbers as CSV. */
  csv: string
  isUpdating: boolean
}) => {
  const { data: mount } = useAnswer(getMount)
  const beside = given ?? []
  const svg = (drawing: Drawing): string =>
    svgText(drawing, {
      title,
      total,
      notes: [rule, ...beside, ...originWords(mount, location.href.replace(/#.*$/, ''), new Date().toISOString().slice(0, 10))],
    })
  return (
    <ChartFrame
      id={id}
      title={title}
      total={total}
      rule={rule}
      {...(beside.length === 0 ? {} : { beside: beside.map((sentence) => <p key={sentence}>{sentence}</p>) })}
      tools={tools}
      view={viewOf(search.kept, id)}
      onView={(view) => search.go(withView(search.kept, id, view))}
      chart={
        draw === null ? (
          <Empty title={empty} />
        ) : (
          <Picture
            draw={draw}
            summary={summary}
            {...(onChoose === undefined ? {} : { onChoose })}
            {...(canChoose === undefined ? {} : { canChoose })}
            {...(chooseWords === undefined ? {} : { chooseWords })}
          />
        )
      }
      table={table}
      takeAway={
        <TakeAway name={fileNameOf(title)} csv={csv} svg={draw === null ? null : () => svg(draw(downloadWidth))} anchor={id} />
      }
      printsChart
      isUpdating={isUpdating}
    />
  )
}

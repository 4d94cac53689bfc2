import { type ReactNode, useId } from 'react'
import { ChartFrame } from '../charts/chart-frame.tsx'
import { Picture } from '../charts/picture.tsx'
import type { Range } from '../charts/use-range.ts'
import { TakeAway } from '../charts/take-away.tsx'
import { useSharedExtent } from '../charts/shared-scale.tsx'
import { Empty } from '../states/empty.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import type { Drawing } from '#contract/charts/drawing.ts'
import { type Extent, noExtent } from '#contract/charts/extent.ts'
import { svgText } from '#contract/charts/svg-text.ts'
import { getMount } from '#contract/editions.ts'
import { fileNameOf } from '#contract/sentence.ts'
import { originWords } from './chart-words.ts'
import { type ChartId, viewOf, withView } from './chart-search.ts'
import { EmbedButton } from './embed-button.tsx'
import { chartAddress } from './chart-address.ts'
import type { Question } from './question.ts'

/** Wide enough for a slide, narrow enough for a page. */
const downloadWidth = 880

/** A chart of the page: one drawing for the screen and for the download, its table, and what can be taken along. */
export const ReleaseChart = ({
  question,
  id,
  title,
  total,
  rule,
  beside: given,
  tools,
  draw,
  extent = noExtent,
  summary,
  empty,
  onChoose,
  canChoose,
  chooseWords,
  range,
  legend,
  table,
  csv,
  isUpdating,
}: {
  question: Question<unknown>
  id: ChartId
  title: string
  total: string
  rule: string
  /** What the chart does not show, a sentence each. */
  beside?: readonly string[]
  tools?: ReactNode
  /** Null where there is nothing to draw; `empty` then says so. */
  draw: ((width: number, extent: Extent) => Drawing) | null
  /** How far this chart reaches; it is drawn to what both sides of a comparison reach. */
  extent?: Extent
  summary: string
  empty: string
  onChoose?: ((key: string) => void) | undefined
  canChoose?: ((key: string) => boolean) | undefined
  chooseWords?: string
  /** Where a stretch of the picture can be chosen by dragging. */
  range?: Range
  /** Where an entry of the legend filters. */
  legend?: { readonly canChoose: (key: string) => boolean; readonly onChoose: (key: string) => void }
  table: ReactNode
  /** Address of the same numbers as CSV. */
  csv: string
  isUpdating: boolean
}) => {
  const { data: mount } = useAnswer(getMount)
  const own = useId()
  const shared = useSharedExtent(question.side ?? own, extent)
  const { kept, go } = question.search
  const beside = given ?? []
  const anchor = question.side === 'B' ? `${id}-vs` : id
  const svg = (drawing: Drawing): string =>
    svgText(drawing, {
      title,
      total,
      notes: [rule, ...beside, ...originWords(mount, chartAddress(question, id), new Date().toISOString().slice(0, 10))],
    })
  return (
    <ChartFrame
      id={anchor}
      title={title}
      side={question.side}
      total={total}
      rule={rule}
      {...(beside.length === 0 ? {} : { beside: beside.map((sentence) => <p key={sentence}>{sentence}</p>) })}
      tools={tools}
      view={viewOf(kept, id)}
      onView={(view) => go(withView(kept, id, view))}
      chart={
        draw === null ? (
          <Empty title={empty} />
        ) : (
          <Picture
            draw={(width) => draw(width, shared)}
            summary={summary}
            {...(onChoose === undefined ? {} : { onChoose })}
            {...(canChoose === undefined ? {} : { canChoose })}
            {...(chooseWords === undefined ? {} : { chooseWords })}
            {...(range === undefined ? {} : { range })}
            {...(legend === undefined ? {} : { legend })}
          />
        )
      }
      table={table}
      takeAway={
        <TakeAway
          name={fileNameOf(title)}
          csv={csv}
          svg={draw === null ? null : () => svg(draw(downloadWidth, shared))}
          link={() => chartAddress(question, id)}
          more={<EmbedButton question={question} id={id} title={title} />}
        />
      }
      isUpdating={isUpdating}
    />
  )
}

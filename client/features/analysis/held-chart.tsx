import { Answered } from '#client/components/states/answered.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { IntervalText } from '#client/components/values/count-text.tsx'
import { addressOf } from '#client/lib/call.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { dayWords, drawHeld, heldExtent } from '#contract/charts/draw-held.ts'
import { counted, formatInterval } from '#contract/charts/format-count.ts'
import { downloadHeld, getHeld } from '#contract/stats-held.ts'
import type { Question } from '#client/components/release-charts/question.ts'
import { ReleaseChart } from '#client/components/release-charts/release-chart.tsx'

export const HeldChart = ({ question }: { question: Question }) => {
  const { filter, search, phrase } = question
  const query = { ...filter, by: search.value.by }
  const held = useAnswer(getHeld, { query, keepPrevious: true })
  const mount = useMount()
  return (
    <Answered query={held} what="who was held">
      {(data) => {
        const whose = data.of === 'everyone' ? 'of everyone on record' : 'of those named in the releases'
        const title = `People known to be held, ${whose}${phrase}, at the start of each ${data.by}`
        const last = data.points.at(-1)
        return (
          <ReleaseChart
            question={question}
            id="held"
            title={title}
            total={`${counted(data.people, 'person', 'people')} with a detention on record`}
            rule="The lowest number is who is surely held on that day; the highest leaves out only those known not to be. The dates of the filter choose the days, the releasing country the country that holds, everything else the people. The counting rule chosen above does not change this chart."
            beside={[
              data.note,
              ...(data.undated === 0 ? [] : [`In no point: ${counted(data.undated, 'person', 'people')} with a detention of which no date is known.`]),
              ...(data.by === data.asked ? [] : [`Drawn by ${data.by}: by ${data.asked} there would be too many points.`]),
            ]}
            // Nought everywhere would say that nobody was held, where nothing is known.
            draw={data.points.length === 0 || data.people === 0 ? null : (width, extent) => drawHeld(data.points, width, extent)}
            extent={heldExtent(data.points)}
            summary={`Band over time of ${data.points.length} points${last === undefined ? '' : `; the last is ${dayWords(last.day)} with ${formatInterval(last.held)}`}. The table has every value.`}
            empty={data.people === 0 ? 'No detention is on record under this filter: who was held when is not known, which is not nobody.' : 'No detention with a date is on record under this filter.'}
            table={
              <DataTable
                caption={title}
                cards={false}
                rows={data.points}
                rowKey={({ day }) => day}
                columns={[
                  { key: 'day', label: 'Day', cell: ({ day }) => dayWords(day) },
                  { key: 'held', label: 'People held', number: true, cell: ({ held: number }) => <IntervalText interval={number} /> },
                ]}
              />
            }
            csv={addressOf(downloadHeld, { mount, query })}
            isUpdating={held.isPlaceholderData}
          />
        )
      }}
    </Answered>
  )
}

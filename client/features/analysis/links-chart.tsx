import { Answered } from '#client/components/states/answered.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { addressOf } from '#client/lib/call.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useMount } from '#client/lib/use-mount.ts'
import { drawLanes, lanesExtent } from '#contract/charts/draw-lanes.ts'
import { counted } from '#contract/charts/format-count.ts'
import { actionWords, gapWords, releaseWords } from '#contract/charts/link-words.ts'
import { linkLabels } from '#contract/codes.ts'
import { type Links, downloadLinks, getLinks } from '#contract/stats-links.ts'
import type { Question } from '#client/components/release-charts/question.ts'
import { RecordLink, useOpenRecord } from '#client/components/release-charts/record-link.tsx'
import { ReleaseChart } from '#client/components/release-charts/release-chart.tsx'

export const LinksChart = ({ question }: { question: Question }) => {
  const { filter, phrase } = question
  const links = useAnswer(getLinks, { query: filter, keepPrevious: true })
  const mount = useMount()
  const openRecord = useOpenRecord()
  const title = `Releases${phrase} and sanctions actions on one time axis`
  return (
    <Answered query={links} what="releases and sanctions">
      {(data) => {
        const releases = [...data.releases.dated, ...data.releases.undated]
        const actions = [...data.actions.dated, ...data.actions.undated]
        const open = (key: string) => {
          const release = releases.find(({ ref }) => ref === key)
          const action = actions.find(({ ref }) => ref === key)
          if (release !== undefined) openRecord('/release-events', release.id)
          else if (action !== undefined) openRecord('/sanctions-actions', action.id)
        }
        return (
          <ReleaseChart
            question={question}
            id="links"
            title={title}
            total={`${counted(releases.length, 'release event', 'release events')}, ${counted(actions.length, 'sanctions action', 'sanctions actions')}, ${counted(data.links.length, 'link', 'links')} between them`}
            rule="A link is what a source says goes together, in its wording. It never says that one caused the other: things that stand near each other in time need not have to do with each other. The counting rule chosen above does not change this chart."
            beside={besideOf(data)}
            draw={releases.length + actions.length === 0 ? null : (width, extent) => drawLanes(data, width, extent)}
            extent={lanesExtent(data)}
            summary={`Releases in the first lane, sanctions actions by authority below it, ${counted(data.links.length, 'link', 'links')} between them. The table has the links with their distance in days.`}
            empty="No release and no sanctions action is known under this filter."
            onChoose={open}
            canChoose={(key) => !key.startsWith('link ')}
            chooseWords="Press Enter or click to open it."
            table={<LinksTables title={title} data={data} />}
            csv={addressOf(downloadLinks, { mount, query: filter })}
            isUpdating={links.isPlaceholderData}
          />
        )
      }}
    </Answered>
  )
}

const besideOf = ({ releases, actions, linksLeftOut }: Links): string[] => [
  ...(releases.leftOut + actions.leftOut === 0
    ? []
    : [
        `Left out, for a picture holds no more: ${counted(releases.leftOut, 'release event', 'release events')}, ${counted(actions.leftOut, 'sanctions action', 'sanctions actions')}, ${counted(linksLeftOut, 'link', 'links')}.`,
      ]),
  ...(releases.undated.length + actions.undated.length === 0
    ? []
    : [
        `Without a date, in a lane of their own: ${counted(releases.undated.length, 'release event', 'release events')} and ${counted(actions.undated.length, 'sanctions action', 'sanctions actions')}.`,
      ]),
]

/** The links with the gaps in days, then everything that is drawn. */
const LinksTables = ({ title, data: { releases, actions, links } }: { title: string; data: Links }) => {
  const allReleases = [...releases.dated, ...releases.undated]
  const allActions = [...actions.dated, ...actions.undated]
  return (
    <>
      <DataTable
        caption={`${title}: what is said to go together, and the days between`}
        rows={links}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'release',
            label: 'Release',
            cell: ({ releaseEvent }) => (
              <RecordLink of="/release-events" id={releaseEvent}>
                {allReleases.find(({ id }) => id === releaseEvent)?.title ?? `R-${releaseEvent}`}
              </RecordLink>
            ),
          },
          {
            key: 'action',
            label: 'Sanctions action',
            cell: ({ sanctionsAction }) => (
              <RecordLink of="/sanctions-actions" id={sanctionsAction}>
                {allActions.find(({ id }) => id === sanctionsAction)?.title ?? `S-${sanctionsAction}`}
              </RecordLink>
            ),
          },
          { key: 'relation', label: 'Said to', cell: ({ relation }) => linkLabels[relation] },
          { key: 'by', label: 'Who says so', cell: ({ saidBy }) => saidBy ?? 'Not stated' },
          {
            key: 'gap',
            label: 'Days between',
            cell: ({ gaps }) => (gaps.length === 0 ? 'Not known: a date is not stated' : gaps.map(gapWords).join('; ')),
          },
        ]}
      />
      <DataTable
        caption={`${title}: what is drawn`}
        cards={false}
        rows={[
          ...allReleases.map((release) => ({ key: release.ref, words: releaseWords(release) })),
          ...allActions.map((action) => ({ key: action.ref, words: actionWords(action) })),
        ]}
        rowKey={({ key }) => key}
        columns={[{ key: 'words', label: 'Release or sanctions action', cell: ({ words }) => words }]}
      />
    </>
  )
}

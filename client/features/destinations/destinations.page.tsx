import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { ListCounts } from '#client/components/records/list-counts.tsx'
import { RecordTitle } from '#client/components/records/record-title.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { CountText } from '#client/components/values/count-text.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { getDestinationExports } from '#contract/exports.ts'
import { listDestinations } from '#contract/destinations.ts'

export const DestinationsPage = () => {
  const { kept, dropped } = usePageSearch(listDestinations.query)
  const destinations = useAnswer(listDestinations)
  return (
    <>
      <PageHeading title="Destinations">
        <p>
          The countries to which releases took people, and the numbers sources report for each. Where a country is the one
          that released them, they stayed; the events say so.
        </p>
      </PageHeading>
      <DroppedNotice dropped={dropped} kept={kept} />
      <Answered query={destinations} what="the destinations">
        {({ data, page }) => (
          <>
            <ListCounts
              page={page}
              isRanged={false}
              noun="destination"
              title="Destinations"
              endpoint={listDestinations}
              sizes={getDestinationExports}
              kept={{}}
            >
              <CiteButton of="this list" />
            </ListCounts>
            {data.length === 0 ? (
              <Empty title="No destination is on record." />
            ) : (
              <DataTable
                caption="Reported is what sources claim for the country; named are people on record as taken there."
                rows={data}
                rowKey={({ code }) => code}
                columns={[
                  {
                    key: 'name',
                    label: 'Country',
                    cell: ({ code, name }) => (
                      <RecordTitle link={{ to: '/destinations/$code', params: { code } }} note={code}>
                        {name}
                      </RecordTitle>
                    ),
                  },
                  { key: 'reported', label: 'Reported', number: true, cell: ({ reported }) => <CountText count={reported} /> },
                  { key: 'events', label: 'Release events', number: true, cell: ({ events }) => events },
                  { key: 'named', label: 'Named people', number: true, cell: ({ named }) => named },
                ]}
              />
            )}
          </>
        )}
      </Answered>
    </>
  )
}

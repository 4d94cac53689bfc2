import { CiteButton } from '#client/components/citations/cite-button.tsx'
import { DroppedNotice } from '#client/components/layout/dropped-notice.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { ListCounts } from '#client/components/records/list-counts.tsx'
import { RecordTitle } from '#client/components/records/record-title.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { Empty } from '#client/components/states/empty.tsx'
import { DataTable } from '#client/components/table/data-table.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { usePageSearch } from '#client/lib/use-page-search.ts'
import { getDestinationExports } from '#contract/exports.ts'
import { listDestinations } from '#contract/destinations.ts'
import { Stayed, Taken } from './taken-or-stayed.tsx'

/** The countries of all releases, with the numbers of those taken there apart from those who stayed. */
export const DestinationsPage = () => {
  const { kept, dropped } = usePageSearch(listDestinations.query)
  const destinations = useAnswer(listDestinations, { query: kept })
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
              kept={kept}
            >
              <CiteButton kept={kept} of="this list" />
            </ListCounts>
            {data.length === 0 ? (
              <Empty title="No destination is on record." />
            ) : (
              <DataTable
                caption="Taken there and stayed are what sources report; on record are people of the register with the country as destination, or as having stayed."
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
                  { key: 'taken', label: 'Taken there', number: true, cell: (row) => <Taken row={row} /> },
                  { key: 'stayed', label: 'Stayed', number: true, cell: (row) => <Stayed row={row} /> },
                  { key: 'events', label: 'Release events', number: true, cell: ({ events }) => events },
                  { key: 'named', label: 'People on record', number: true, cell: ({ named }) => named },
                ]}
              />
            )}
          </>
        )}
      </Answered>
    </>
  )
}

import { PlaceList } from '#client/components/records/place-list.tsx'
import { CertaintyNote } from '#client/components/records/certainty-note.tsx'
import { RecordTitle } from '#client/components/records/record-title.tsx'
import type { Column } from '#client/components/table/data-table.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import { sexLabels, statusLabels } from '#contract/codes.ts'
import { listOf } from '#contract/common.ts'
import { type DetaineeRow, listDetainees } from '#contract/detainees.ts'
import { z } from '#contract/zod.ts'

const keys = ['name', 'who', 'status', 'confirmed', 'sex', 'born', 'arrested', 'released', 'releases', 'destinations'] as const

/** The page's address: what the API takes, and the columns. */
export const detaineesSearch = listDetainees.query.safeExtend({ columns: listOf(z.enum(keys)).optional() })

export const defaultColumns: readonly string[] = ['who', 'status', 'arrested', 'released', 'destinations']

/** Every column the list can show; under a date range each row says how surely it lies in it. */
export const detaineeColumns = (isRanged: boolean): (Column<DetaineeRow> & { readonly key: (typeof keys)[number] })[] => [
  {
    key: 'name',
    label: 'Name',
    sort: { ascending: 'name', descending: '-name' },
    cell: ({ name, lang, ref, certainty }) => (
      <>
        <RecordTitle link={{ to: '/detainees/$id', params: { id: ref } }} note={ref}>
          <PersonName name={name} lang={lang} />
        </RecordTitle>
        <CertaintyNote certainty={certainty} isRanged={isRanged} />
      </>
    ),
  },
  { key: 'who', label: 'Who', cell: ({ occupation, description }) => <TextOrNotStated>{occupation ?? description}</TextOrNotStated> },
  { key: 'status', label: 'Status', cell: ({ status }) => <TextOrNotStated>{statusLabels[status]}</TextOrNotStated> },
  { key: 'confirmed', label: 'Status confirmed', cell: ({ statusAsOf }) => <StatedDateText date={statusAsOf} /> },
  { key: 'sex', label: 'Sex', cell: ({ sex }) => <TextOrNotStated>{sexLabels[sex]}</TextOrNotStated> },
  { key: 'born', label: 'Born', cell: ({ birth }) => <StatedDateText date={birth} /> },
  { key: 'arrested', label: 'First arrest', cell: ({ arrested }) => <StatedDateText date={arrested} /> },
  {
    key: 'released',
    label: 'Last release',
    sort: { ascending: 'released', descending: '-released' },
    cell: ({ releases, lastReleased }) => (releases === 0 ? 'none on record' : <StatedDateText date={lastReleased} />),
  },
  { key: 'releases', label: 'Releases', number: true, cell: ({ releases }) => releases },
  {
    key: 'destinations',
    label: 'Destination',
    cell: ({ destinations, stayedIn, releases }) =>
      releases === 0 ? '–' : <PlaceList codes={destinations} stayedIn={stayedIn} />,
  },
]

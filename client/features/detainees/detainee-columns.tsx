import { PlaceList } from '#client/components/records/place-list.tsx'
import { CertaintyNote } from '#client/components/records/certainty-note.tsx'
import { RecordTitle } from '#client/components/records/record-title.tsx'
import type { Column } from '#client/components/table/data-table.tsx'
import { PersonName } from '#client/components/values/person-name.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { TextOrNotStated, Withheld } from '#client/components/values/text-or-not-stated.tsx'
import { tellApart } from '#client/lib/tell-apart.ts'
import { sexLabels, statusLabels } from '#contract/codes.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { DetaineeRow } from '#contract/detainees.ts'
import styles from './detainee.module.css'
import type { DetaineeColumn } from './detainees.search.ts'

type Cell = Column<DetaineeRow>['cell']

/*
 * Of someone whose name is withheld, what is not in the public file is not "not stated" by the
 * sources: it is withheld with the name.
 */

const text =
  (of: (row: DetaineeRow) => string | null): Cell =>
  (row) => {
    const value = of(row)
    return (value === null || value === 'Not stated') && row.name === null ? <Withheld /> : <TextOrNotStated>{value}</TextOrNotStated>
  }

const day =
  (of: (row: DetaineeRow) => StatedDate): Cell =>
  (row) =>
    of(row).edtf === null && row.name === null ? <Withheld /> : <StatedDateText date={of(row)} />

const places: Cell = ({ name, destinations, stayedIn, onTheWayTo, refused, releases }) => {
  if (releases === 0) return '–'
  const isStated = destinations.some((code) => code !== 'not_stated')
  if (name === null && !isStated) return <Withheld />
  return (
    <PlaceList
      codes={destinations}
      stayedIn={stayedIn}
      onTheWayTo={onTheWayTo}
      refused={refused && !isStated ? 'refused to leave' : null}
      othersNotStated={false}
    />
  )
}

/** Every column the list can show; under a date range each row says how surely it lies in it, and of names that are `shared` who is who. */
export const detaineeColumns = (
  isRanged: boolean,
  shared: ReadonlySet<string> = new Set(),
): (Column<DetaineeRow> & { readonly key: DetaineeColumn })[] => [
  {
    key: 'name',
    label: 'Name',
    sort: { ascending: 'name', descending: '-name', first: 'ascending' },
    sortAlso: { label: 'Surname', ascending: 'surname', descending: '-surname', first: 'ascending' },
    cell: (row) => {
      const { name, lang, ref, certainty } = row
      return (
        <>
          <RecordTitle link={{ to: '/detainees/$id', params: { id: ref } }} note={ref}>
            <PersonName name={name} lang={lang} />
          </RecordTitle>
          {name !== null && shared.has(name) ? <p className={styles.apart}>{tellApart(row)}</p> : null}
          <CertaintyNote certainty={certainty} isRanged={isRanged} />
        </>
      )
    },
  },
  { key: 'who', label: 'Who', cell: text(({ occupation, description }) => occupation ?? description) },
  { key: 'status', label: 'Status', cell: text(({ status }) => statusLabels[status]) },
  { key: 'confirmed', label: 'Status confirmed', cell: day(({ statusAsOf }) => statusAsOf) },
  { key: 'sex', label: 'Sex', cell: text(({ sex }) => sexLabels[sex]) },
  { key: 'born', label: 'Born', cell: day(({ birth }) => birth) },
  {
    key: 'arrested',
    label: 'First arrest',
    sort: { ascending: 'arrested', descending: '-arrested' },
    cell: day(({ arrested }) => arrested),
  },
  {
    key: 'released',
    label: 'Last release',
    sort: { ascending: 'released', descending: '-released' },
    cell: ({ releases, lastReleased }) => (releases === 0 ? 'none on record' : <StatedDateText date={lastReleased} />),
  },
  { key: 'releases', label: 'Releases', number: true, cell: ({ releases }) => releases },
  { key: 'destinations', label: 'Destination', cell: places },
]

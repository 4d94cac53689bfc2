import { Facts } from '#client/components/layout/facts.tsx'
import { counted } from '#contract/charts/format-count.ts'
import { basisLabels, qualifierLabels } from '#contract/codes.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { readDate } from '#contract/dates/read-date.ts'
import type { CountDraft, Draft, PersonDraft } from './draft.ts'
import { rowLabel } from './row-labels.ts'

const orNotStated = (text: string): string => (text.trim() === '' ? 'not stated' : text)

const dateWords = (typed: string): string => {
  const read = readDate(typed)
  return 'problem' in read ? typed : formatStatedDate(read.date)
}

const countWords = ({ qualifier, best, lowest, highest }: CountDraft): string => {
  const bounds = qualifier === 'about' || qualifier === 'range' ? ` (${orNotStated(lowest)} to ${orNotStated(highest)})` : ''
  const exactly = qualifier === 'exact' ? '' : `${qualifierLabels[qualifier as keyof typeof qualifierLabels].toLowerCase()} `
  return `${exactly}${best}${bounds}`
}

const personWords = ({ known, newPerson, destination, restrictions, onwardCountry, onward }: PersonDraft): string =>
  `${newPerson === null ? known.name : newPerson.name}${[
    destination.trim() === '' ? 'destination not stated' : `to ${destination}`,
    restrictions.trim() === '' ? [] : `still bound: ${restrictions.trim()}`,
    onwardCountry.trim() === '' ? [] : `later taken on to ${onwardCountry.trim()}, ${dateWords(onward)}`,
  ]
    .flat()
    .map((words) => `, ${words}`)
    .join('')}`

/** The release event as its public page will say it once an edition with it is published. */
export const PublicView = ({ draft }: { draft: Draft }) => {
  const { title, date, country, basis, summary, counts, people, notes, sources } = draft
  const used = counts.filter(({ state, best }) => state === 'used' && best.trim() !== '')
  return (
    <>
      <Facts
        facts={[
          { label: 'Title', value: title },
          { label: 'Date', value: dateWords(date) },
          { label: 'Releasing country', value: country },
          { label: 'Basis', value: basisLabels[basis as keyof typeof basisLabels] },
          { label: 'Summary', value: orNotStated(summary) },
          ...used.map((count) => ({ label: rowLabel(draft, count), value: countWords(count) })),
          { label: 'Notes', value: counted(notes.length, 'note', 'notes') },
          { label: 'Sources', value: counted(sources.length, 'source', 'sources') },
        ]}
      />
      <p>
        <strong>{people.length === 0 ? 'Nobody will be named.' : `${counted(people.length, 'person', 'people')} will be named:`}</strong>{' '}
        {people.map(personWords).join('; ')}
      </p>
      <p>Someone of the register whose name is withheld stays without a name; texts that name them are refused when an edition is published.</p>
    </>
  )
}

import type { ReleaseEventInput } from '#contract/release-event-write.ts'
import { evidenceFields } from '#contract/source-write.ts'
import { sourceInput } from '#client/components/entry/source-draft.ts'
import type { StatedValues } from '#client/components/entry/stated-values.ts'
import { countryOf } from '#client/components/entry/country-of.ts'
import type { CountDraft, Draft, LinkDraft, NoteDraft, Part, PersonDraft } from './draft.ts'
import { Findings, type PageOfForm } from '#client/components/entry/findings.ts'
import { numberProblem, readNumber } from '#client/components/entry/read-number.ts'
import { fieldLabel, rowLabel } from './row-labels.ts'
import {
  countValues,
  eventValues,
  linkValues,
  noteValues,
  personValues,
} from './stated-values.ts'
import { type EvidenceInput, writeEvidence } from '#client/components/entry/write-evidence.ts'

type Rows<P extends Part> = ReleaseEventInput[P]

/** Text from a select as the code its schema expects; the schema refuses what is none. */
const code = (text: string): never => text as never

const isBlankTotal = ({ dimension, id, best, lowest, highest, saidBy, evidence }: CountDraft): boolean =>
  dimension === 'total' &&
  id === null &&
  [best, lowest, highest, saidBy, ...evidence.flatMap((item) => [item.quote, item.saidBy, item.asserts])].every(
    (text) => text.trim() === '',
  )

const country = (text: string, path: string, findings: Findings): string | null => {
  if (text.trim() === '') return null
  const found = countryOf(text)
  if (found === null) findings.refuse(path, `No country is called “${text.trim()}”. Choose one from the list.`)
  return found
}

const cellOf = (count: CountDraft, path: string, findings: Findings): string => {
  if (count.dimension === 'total') return 'all'
  if (count.dimension === 'sex' || count.dimension === 'offence_group') return count.cell
  if (count.cell.trim() === '') findings.refuse(`${path}.cell`, 'Choose a country.')
  return country(count.cell, `${path}.cell`, findings) ?? ''
}

const numberAt = (text: string, path: string, findings: Findings): number | null => {
  const read = readNumber(text)
  if (read === 'empty') return null
  if (read === null) findings.refuse(path, numberProblem(text))
  return read
}

const writeCount = (count: CountDraft, path: string, findings: Findings, evidence: EvidenceInput[]): Rows<'counts'>[number] => {
  const isBounded = count.qualifier === 'about' || count.qualifier === 'range'
  const best = numberAt(count.best, `${path}.best`, findings)
  if (count.best.trim() === '') {
    findings.refuse(
      `${path}.best`,
      count.dimension === 'total' ? 'Type the number, or empty all of this count.' : 'Type the number, or remove this row.',
    )
  }
  return {
    id: count.id,
    dimension: count.dimension,
    cell: cellOf(count, path, findings),
    relation: code(count.relation),
    qualifier: code(count.qualifier),
    best: best ?? 0,
    lowest: isBounded ? numberAt(count.lowest, `${path}.lowest`, findings) : null,
    highest: isBounded ? numberAt(count.highest, `${path}.highest`, findings) : null,
    population: code(count.population),
    saidBy: count.saidBy,
    state: code(count.state),
    evidence,
  }
}

const writePerson = (person: PersonDraft, path: string, findings: Findings, evidence: EvidenceInput[]): Rows<'people'>[number] => ({
  id: person.id,
  detaineeId: person.detaineeId,
  newPerson: person.newPerson === null ? null : { ...person.newPerson, sex: code(person.newPerson.sex), differentFrom: [...person.newPerson.differentFrom] },
  destination: country(person.destination, `${path}.destination`, findings),
  destinationState: code(person.destinationState),
  departureMode: person.departureMode === '' ? null : code(person.departureMode),
  restrictions: person.restrictions,
  onwardCountry: country(person.onwardCountry, `${path}.onwardCountry`, findings),
  onward: person.onward.trim() === '' ? 'not stated' : person.onward,
  evidence,
})

const writeLink = (link: LinkDraft, path: string, findings: Findings, evidence: EvidenceInput[]): Rows<'links'>[number] => {
  if (link.relation === '') findings.refuse(`${path}.relation`, 'Choose how the source words the link.')
  return { id: link.id, sanctionsActionId: link.actionId, relation: code(link.relation), saidBy: link.saidBy, evidence }
}

const writeNote = (note: NoteDraft, path: string, findings: Findings, evidence: EvidenceInput[]): Rows<'notes'>[number] => {
  if (note.kind === '') findings.refuse(`${path}.kind`, 'Choose what the note is about.')
  return { id: note.id, kind: code(note.kind), saidBy: note.saidBy, saidByRole: note.saidByRole, text: note.text, evidence }
}

const page: PageOfForm = {
  order: ['title', 'date', 'country', 'basis', 'summary', 'counts', 'people', 'links', 'notes'],
  places: {
    title: { id: 'event-title', label: 'Title' },
    date: { id: 'event-date', label: 'Date' },
    country: { id: 'event-country', label: 'Releasing country' },
    basis: { id: 'event-basis', label: 'Basis' },
    summary: { id: 'event-summary', label: 'Summary' },
    'finders.people': { id: 'find-people', label: 'Person' },
    'finders.links': { id: 'find-links', label: 'Sanctions action' },
  },
  fieldLabel,
}

const checkFinders = ({ finders }: Draft, findings: Findings): void => {
  const ask = (what: string, other: string) => `Choose ${what} from the list, ${other}, or empty this box.`
  if (finders.sources.trim() !== '') findings.refuse('finders.sources', ask('a source', 'start a new one'))
  if (finders.people.trim() !== '') findings.refuse('finders.people', ask('a person', 'add a new one'))
  if (finders.links.trim() !== '') findings.refuse('finders.links', 'Choose a sanctions action from the list, or empty this box.')
}

/**
 * Makes the write body of what was typed, with what only the form can see to be wrong in it
 * (`findings.problems`) and where each of its values stands on the page (`findings.place`).
 */
export const bodyFromDraft = (draft: Draft): { body: ReleaseEventInput; findings: Findings } => {
  const findings = new Findings(page)
  const mainSource = draft.mainSource
  checkFinders(draft, findings)

  const rowsOf = <P extends Part, Row extends Draft[P][number]>(
    part: P,
    rows: readonly Row[],
    values: (row: Row) => StatedValues,
    write: (row: Row, path: string, findings: Findings, evidence: EvidenceInput[]) => Rows<P>[number],
  ): Rows<P>[number][] =>
    rows.map((row, index) => {
      const path = `${part}.${index}`
      const saidBy = 'saidBy' in row ? row.saidBy : ''
      const made = writeEvidence(row.evidence, values(row), { main: evidenceFields[part][0], mainSource, saidBy })
      findings.row(path, row.uid, rowLabel(draft, row), made)
      return write(row, path, findings, made.map(({ input }) => input))
    })

  const values = eventValues(draft)
  const ofEvent = (field: keyof typeof values): EvidenceInput[] => {
    const made = writeEvidence(draft.evidence[field], { [field]: values[field] }, { main: field, mainSource })
    findings.evidence(`evidence.${field}`, rowLabel(draft, field), made)
    return made.map(({ input }) => input)
  }
  draft.sources.forEach((source, index) => findings.row(`sources.${index}`, source.uid, rowLabel(draft, source), []))
  if (draft.country.trim() === '') findings.refuse('country', 'Choose the country that released them.')
  const body: ReleaseEventInput = {
    sources: draft.sources.map(sourceInput),
    title: draft.title,
    date: draft.date,
    country: country(draft.country, 'country', findings) ?? '',
    basis: code(draft.basis),
    summary: draft.summary,
    counts: rowsOf('counts', draft.counts.filter((row) => !isBlankTotal(row)), countValues, writeCount),
    people: rowsOf('people', draft.people, personValues, writePerson),
    links: rowsOf('links', draft.links, linkValues, writeLink),
    notes: rowsOf('notes', draft.notes, noteValues, writeNote),
    evidence: {
      title: ofEvent('title'),
      date: ofEvent('date'),
      country: ofEvent('country'),
      basis: ofEvent('basis'),
      summary: ofEvent('summary'),
    },
  }
  return { body, findings }
}

import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { evidenceFields, type EvidenceWrite } from '#contract/source-write.ts'
import { countryName } from '#contract/countries.ts'
import { type EvidenceDraft, newEvidence, newUid } from '#client/components/entry/entry-draft.ts'
import { sourceDrafts } from '#client/components/entry/source-draft.ts'
import { type CountDraft, type Draft, type EventField, eventFields } from './draft.ts'
import type { KnownRecords } from './known-records.ts'
import { newCount } from './new-rows.ts'
import { readEvidence } from '#client/components/entry/read-evidence.ts'
import { countValues, eventValues, linkValues, noteValues, personValues } from './stated-values.ts'

const text = (value: string | number | null): string => (value === null ? '' : String(value))

/** Gives a row its evidence, which is read by the row's own values. */
const supported = <Row extends { readonly evidence: readonly EvidenceDraft[] }>(
  row: Row,
  evidence: readonly EvidenceWrite[],
  main: string,
  values: (row: Row) => Readonly<Record<string, string | null>>,
): Row => ({ ...row, evidence: readEvidence(evidence, main, values(row)) })

const countOf = (count: ReleaseEventWrite['counts'][number]): CountDraft =>
  supported(
    {
      ...count,
      uid: newUid('count'),
      cell: cellText(count),
      best: text(count.best),
      lowest: text(count.lowest),
      highest: text(count.highest),
      saidBy: text(count.saidBy),
      evidence: [],
    },
    count.evidence,
    evidenceFields.counts[0],
    countValues,
  )

const cellText = ({ dimension, cell }: ReleaseEventWrite['counts'][number]): string => {
  if (dimension === 'total') return ''
  return dimension === 'destination' || dimension === 'nationality' ? countryName(cell) : cell
}

/** A value that is not stated yet starts as in a new form; one that is stated has the evidence it has. */
const eventEvidence = (body: ReleaseEventWrite, values: Readonly<Record<EventField, string | null>>) => {
  const of = (field: EventField): EvidenceDraft[] => {
    const kept = readEvidence(body.evidence[field], field, { [field]: values[field] })
    return kept.length === 0 && values[field] === null && field !== 'title' ? [newEvidence([field])] : kept
  }
  return Object.fromEntries(eventFields.map((field) => [field, of(field)])) as Record<EventField, EvidenceDraft[]>
}

/** The form filled with a release event as the register or a proposal has it. */
export const draftFromBody = (
  body: ReleaseEventWrite,
  known: KnownRecords,
  more: Pick<Draft, 'changeKind' | 'reason'>,
): Draft => {
  const event = {
    title: body.title,
    date: body.date,
    country: countryName(body.country),
    basis: body.basis,
    summary: text(body.summary),
  }
  const counts = body.counts.map(countOf)
  return {
    ...more,
    ...event,
    ...sourceDrafts(body.sources, known.sources),
    counts: counts.some(({ dimension }) => dimension === 'total') ? counts : [newCount('total'), ...counts],
    people: body.people.map((person) =>
      supported(
        {
          uid: newUid('person'),
          id: person.id,
          detaineeId: person.detaineeId,
          known: known.people.get(person.detaineeId ?? 0) ?? { name: `D-${person.detaineeId}`, lang: null, about: '' },
          newPerson:
            person.newPerson === null
              ? null
              : {
                  ...person.newPerson,
                  lang: text(person.newPerson.lang),
                  description: text(person.newPerson.description),
                },
          destination: person.destination === null ? '' : countryName(person.destination),
          destinationState: person.destinationState,
          departureMode: text(person.departureMode),
          restrictions: text(person.restrictions),
          onwardCountry: person.onwardCountry === null ? '' : countryName(person.onwardCountry),
          onward: person.onward === 'not stated' ? '' : person.onward,
          evidence: [],
        },
        person.evidence,
        evidenceFields.people[0],
        personValues,
      ),
    ),
    links: body.links.map((link) =>
      supported(
        {
          uid: newUid('link'),
          id: link.id,
          actionId: link.sanctionsActionId,
          title: known.actions.get(link.sanctionsActionId) ?? `S-${link.sanctionsActionId}`,
          relation: link.relation,
          saidBy: text(link.saidBy),
          evidence: [],
        },
        link.evidence,
        evidenceFields.links[0],
        linkValues,
      ),
    ),
    notes: body.notes.map((note) =>
      supported(
        {
          uid: newUid('note'),
          id: note.id,
          kind: note.kind,
          saidBy: text(note.saidBy),
          saidByRole: text(note.saidByRole),
          text: note.text,
          evidence: [],
        },
        note.evidence,
        evidenceFields.notes[0],
        noteValues,
      ),
    ),
    evidence: eventEvidence(body, eventValues(event)),
    finders: { sources: '', people: '', links: '' },
    pending: {},
    names: [],
  }
}

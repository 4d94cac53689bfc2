import { newEvidence, newUid } from '#client/components/entry/entry-draft.ts'
import { evidenceFields } from '#contract/source-write.ts'
import {
  type CountDraft,
  type Draft,
  type LinkDraft,
  type NoteDraft,
  type PersonDraft,
} from './draft.ts'

export const newCount = (dimension: CountDraft['dimension'], more: Partial<CountDraft> = {}): CountDraft => ({
  uid: newUid('count'),
  id: null,
  dimension,
  cell: '',
  // Only destinations are meant as the parts of the whole; who else is counted may be among anyone.
  relation: dimension === 'total' || dimension === 'destination' ? 'partition' : 'overlap',
  qualifier: 'exact',
  best: '',
  lowest: '',
  highest: '',
  population: 'not_stated',
  saidBy: '',
  state: 'used',
  evidence: [newEvidence(evidenceFields.counts)],
  ...more,
})

/** Nothing is known of a person after the release. */
export const nothingAfter = { restrictions: '', onwardCountry: '', onward: '' }

export const newPerson = (
  who: Pick<PersonDraft, 'detaineeId' | 'known'> | { readonly newName: string },
): PersonDraft => ({
  uid: newUid('person'),
  id: null,
  ...('newName' in who
    ? {
        detaineeId: null,
        known: { name: '', lang: null, about: '' },
        newPerson: { name: who.newName, lang: '', sex: 'not_stated', description: '', differentFrom: [] },
      }
    : { ...who, newPerson: null }),
  destination: '',
  destinationState: 'not_stated',
  departureMode: '',
  ...nothingAfter,
  evidence: [newEvidence(evidenceFields.people)],
})

export const newLink = (actionId: number, title: string): LinkDraft => ({
  uid: newUid('link'),
  id: null,
  actionId,
  title,
  relation: '',
  saidBy: '',
  evidence: [newEvidence(evidenceFields.links)],
})

export const newNote = (): NoteDraft => ({
  uid: newUid('note'),
  id: null,
  kind: '',
  saidBy: '',
  saidByRole: '',
  text: '',
  evidence: [newEvidence(evidenceFields.notes)],
})

export const emptyDraft = (): Draft => ({
  changeKind: 'new',
  reason: '',
  sources: [],
  mainSource: '',
  title: '',
  date: '',
  country: '',
  basis: 'not_stated',
  summary: '',
  counts: [newCount('total')],
  people: [],
  links: [],
  notes: [],
  evidence: {
    // A title is ours; the rest is what a source says.
    title: [],
    date: [newEvidence(['date'])],
    country: [newEvidence(['country'])],
    basis: [newEvidence(['basis'])],
    summary: [newEvidence(['summary'])],
  },
  finders: { sources: '', people: '', links: '' },
  pending: {},
  names: [],
})

import type {
  actionLabels,
  actionStatusLabels,
  authorityLabels,
  basisLabels,
  claimStateLabels,
  departureModeLabels,
  destinationStateLabels,
  dimensionLabels,
  linkLabels,
  noteKindLabels,
  populationLabels,
  qualifierLabels,
  relationLabels,
} from '#contract/codes.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { Detainee } from './detainee.ts'
import type { Code, Evidenced } from './evidence.ts'

/*
 * A batch: records that belong together, with keys in place of ids, to be entered as one
 * changeset by one author. A key names one record of its kind over all batches of a load.
 */

export type Source = {
  readonly key: string
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  readonly url: string | null
  readonly published: StatedDate
  /** BCP 47. */
  readonly language: string | null
  /** A day, `YYYY-MM-DD`. */
  readonly retrieved: string | null
  readonly sha256: string | null
  readonly copyOf: string | null
}

export type Destination = {
  readonly code: string
  /** Where a map writes its name, in degrees; null where it has no place on one. */
  readonly label: { readonly longitude: number; readonly latitude: number } | null
}

export type ReleaseCount = Evidenced<'best' | 'population'> & {
  readonly dimension: Code<typeof dimensionLabels>
  readonly cell: string
  readonly relation: Code<typeof relationLabels>
  readonly lowest: number | null
  readonly best: number
  readonly highest: number | null
  readonly qualifier: Code<typeof qualifierLabels>
  readonly population: Code<typeof populationLabels>
  readonly saidBy: string | null
  readonly state: Code<typeof claimStateLabels>
}

export type ReleasePerson = Evidenced<'releaseEvent' | 'destination' | 'destinationState' | 'departureMode'> & {
  readonly detainee: string
  readonly destination: string | null
  readonly destinationState: Code<typeof destinationStateLabels>
  readonly departureMode: Code<typeof departureModeLabels> | null
}

export type EventNote = Evidenced<'text'> & {
  readonly kind: Code<typeof noteKindLabels>
  readonly saidBy: string | null
  readonly saidByRole: string | null
  readonly text: string
}

type EventField = 'title' | 'date' | 'country' | 'basis' | 'summary'

type EventParts = Evidenced<EventField> & {
  readonly counts: readonly ReleaseCount[]
  readonly people: readonly ReleasePerson[]
  readonly notes: readonly EventNote[]
}

export type ReleaseEvent = EventParts & {
  readonly key: string
  readonly title: string
  readonly date: StatedDate
  readonly country: string
  readonly basis: Code<typeof basisLabels>
  readonly summary: string | null
}

/** What a batch sets in, and adds to, an event that an earlier one entered. */
export type ReleaseEventCorrection = EventParts & {
  readonly corrects: string
  readonly set: Partial<Pick<ReleaseEvent, 'title' | 'date' | 'basis' | 'summary'>>
}

type ActionField =
  | 'authority'
  | 'agency'
  | 'action'
  | 'target'
  | 'commodity'
  | 'instrument'
  | 'announced'
  | 'issued'
  | 'effective'
  | 'expires'
  | 'conditions'
  | 'status'
  | 'refersTo'

export type SanctionsAction = Evidenced<ActionField> & {
  readonly key: string
  readonly authority: Code<typeof authorityLabels>
  readonly agency: string | null
  readonly action: Code<typeof actionLabels>
  readonly target: string | null
  readonly commodity: string | null
  readonly instrument: string | null
  readonly announced: StatedDate
  readonly issued: StatedDate
  readonly effective: StatedDate
  readonly expires: StatedDate
  readonly conditions: string | null
  readonly status: Code<typeof actionStatusLabels>
  /** Key of another record of the same act. */
  readonly refersTo: string | null
}

/** Says that an action an earlier batch entered is the same act as another. */
export type SanctionsActionCorrection = Evidenced<'refersTo'> & { readonly corrects: string; readonly refersTo: string }

export type ReleaseSanction = Evidenced<'relation'> & {
  readonly releaseEvent: string
  readonly sanctionsAction: string
  readonly relation: Code<typeof linkLabels>
  readonly saidBy: string | null
}

export type Batch = {
  readonly author: string
  readonly reason: string
  readonly sources: readonly Source[]
  readonly detainees: readonly Detainee[]
  /** Those the register does not have yet are added; each must be here or there before a person is taken to it. */
  readonly destinations: readonly Destination[]
  readonly releaseEvents: readonly ReleaseEvent[]
  readonly releaseEventCorrections: readonly ReleaseEventCorrection[]
  readonly sanctionsActions: readonly SanctionsAction[]
  readonly sanctionsActionCorrections: readonly SanctionsActionCorrection[]
  readonly releaseSanctions: readonly ReleaseSanction[]
}

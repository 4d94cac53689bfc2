import type { FormKind, FormStart } from '#client/components/entry/form-kind.ts'
import { call } from '#client/lib/call.ts'
import { getReleaseEventWrite } from '#contract/record-writes.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { bodyFromDraft } from './body-from-draft.ts'
import { mapEvidence } from './change-draft.ts'
import { compareBodies } from './compare-bodies.ts'
import type { Draft } from './draft.ts'
import { draftFromBody } from './draft-from-body.ts'
import { type KnownRecords, findKnownRecords } from './known-records.ts'
import { mergeBodies } from './merge-bodies.ts'
import { emptyDraft, nothingAfter } from './new-rows.ts'
import { takes } from './takes.ts'

export type ReleaseEventStart = FormStart<Draft, ReleaseEventWrite>

/** A release event as its form enters it. */
export const releaseEventForm: FormKind<Draft, ReleaseEventWrite, KnownRecords> = {
  code: 'release_event',
  noun: 'release event',
  prefix: 'R',
  emptyDraft,
  brought: (draft) => ({ ...draft, people: draft.people.map((person) => ({ ...nothingAfter, ...person })) }),
  titleOf: ({ title }) => title,
  takes,
  read: (stored) => ReleaseEventWrite.safeParse(stored).data ?? null,
  findWrite: (ref) => call(getReleaseEventWrite, { params: { id: ref } }),
  findKnown: findKnownRecords,
  nothingKnown: { people: new Map(), actions: new Map(), sources: new Map() },
  draftFromBody,
  bodyFromDraft,
  mapEvidence,
  merge: mergeBodies,
  differences: compareBodies,
}

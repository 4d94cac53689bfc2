import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { type Kind, readWith } from '../kinds/kind.ts'
import { textAt } from '../kinds/text-at.ts'
import { applyReleaseEvent, retractReleaseEvent } from './apply.ts'
import { findReferenceProblems } from './check-references.ts'
import { findMadeChanges, findProposedChanges } from './compare.ts'
import { findEventRows } from './event-rows.ts'
import { findWarnings } from './warnings.ts'
import { findReleaseEventWrite } from './write-body.ts'

/** A release event with its counts, people, links and notes. */
export const releaseEventKind: Kind = {
  kind: 'release_event',
  noun: 'release event',
  table: 'release_event',
  prefix: 'R',
  titleOf: (sent) => textAt(sent, 'title') ?? 'Without a title',
  read: readWith(ReleaseEventWrite, {
    findProblems: async (db, body, recordId) =>
      findReferenceProblems(db, body, recordId === null ? null : await findEventRows(db, recordId)),
    findChanges: (db, body, recordId) => findProposedChanges(db, recordId, body),
    findWarnings,
    apply: (db, changeset, body, recordId) => applyReleaseEvent(db, changeset, recordId, body),
  }),
  findPresent: findReleaseEventWrite,
  findRemoval: (db, id) => findProposedChanges(db, id, null),
  findMadeChanges: async (db, changesetId, recordId) => (recordId === null ? [] : findMadeChanges(db, changesetId, recordId)),
  retract: retractReleaseEvent,
}

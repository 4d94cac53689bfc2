import type { Kysely } from 'kysely'
import type { ProposedChange } from '#contract/proposals.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Register } from '../../db/register.ts'
import { changesBetween } from './changes.ts'
import { findEventAround } from './changed-rows.ts'
import type { EventRows } from './event-rows.ts'
import { findNames } from './names.ts'
import { findSourceRows, sourcesIn } from '../record/write-body.ts'
import { findReleaseEventWrite, writeBodyOf } from './write-body.ts'

const compare = async (
  db: Kysely<Register>,
  before: ReleaseEventWrite | null,
  after: ReleaseEventWrite | null,
): Promise<ProposedChange[]> =>
  changesBetween(before, after, await findNames(db, [before, after].filter((body) => body !== null)))

/** What a body would change in the record as it is; a null body takes the record out. */
export const findProposedChanges = async (
  db: Kysely<Register>,
  recordId: number | null,
  body: ReleaseEventWrite | null,
): Promise<ProposedChange[]> => {
  const present = recordId === null ? null : await findReleaseEventWrite(db, recordId)
  return compare(db, present?.body ?? null, body)
}

/** What a changeset did to an event. */
export const findMadeChanges = async (
  db: Kysely<Register>,
  changesetId: number,
  eventId: number,
): Promise<ProposedChange[]> => {
  const { before, after } = await findEventAround(db, changesetId, eventId)
  const bodyOf = async (rows: EventRows | null) => rows && writeBodyOf(rows, await findSourceRows(db, sourcesIn(rows.evidence)))
  return compare(db, await bodyOf(before), await bodyOf(after))
}

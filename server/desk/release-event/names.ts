import type { Kysely } from 'kysely'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { Register } from '../../db/register.ts'
import { type Names, findNamesOf } from '../record/names.ts'

/** Looks up the names of everything these bodies refer to. */
export const findNames = (db: Kysely<Register>, bodies: readonly ReleaseEventWrite[]): Promise<Names> =>
  findNamesOf(db, {
    people: bodies.flatMap((body) => body.people.map((row) => row.detaineeId)),
    actions: bodies.flatMap((body) => body.links.map((row) => row.sanctionsActionId)),
    sources: bodies.flatMap((body) => body.sources.map((row) => row.id)),
  })

import type { Kysely } from 'kysely'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Register } from '../../db/register.ts'
import { findPrimaryNames } from '../../features/common/primary-name.ts'

/** What a reviewer calls the records that write bodies name by number. */
export type Names = {
  readonly person: (id: number) => string
  readonly action: (id: number) => string
  readonly source: (id: number) => string
}

const idsIn = (ids: readonly (number | null)[]): number[] => [...new Set(ids.filter((id) => id !== null))]

const named =
  (prefix: string, names: ReadonlyMap<number, string | null>) =>
  (id: number): string => {
    const name = names.get(id)
    return name === undefined || name === null ? `${prefix}-${id}` : `${name} (${prefix}-${id})`
  }

/** Looks up the names of everything these bodies refer to. */
export const findNames = async (db: Kysely<Register>, bodies: readonly ReleaseEventWrite[]): Promise<Names> => {
  const people = idsIn(bodies.flatMap((body) => body.people.map((row) => row.detaineeId)))
  const actions = idsIn(bodies.flatMap((body) => body.links.map((row) => row.sanctionsActionId)))
  const sources = idsIn(bodies.flatMap((body) => body.sources.map((row) => row.id)))
  const primary = await findPrimaryNames(db, people)
  const actionRows = await db
    .selectFrom('sanctions_action')
    .where('id', 'in', actions)
    .select(['id', 'authority', 'action', 'target', 'commodity'])
    .execute()
  const sourceRows = await db
    .selectFrom('source')
    .where('id', 'in', sources)
    .select(['id', 'title', 'publisher', 'url'])
    .execute()
  return {
    person: named('D', new Map([...primary].map(([id, name]) => [id, name.text]))),
    action: named('S', new Map(actionRows.map((row) => [row.id, sanctionsActionTitle(row)]))),
    source: named('SRC', new Map(sourceRows.map((row) => [row.id, row.title ?? row.publisher ?? row.url]))),
  }
}

import type { Kysely } from 'kysely'
import { sanctionsActionTitle } from '#contract/sanctions-actions.ts'
import type { Register } from '../../db/register.ts'
import { findPrimaryNames } from '../../features/common/primary-name.ts'

/** What a reviewer calls the records that write bodies name by number. */
export type Names = {
  readonly person: (id: number) => string
  readonly action: (id: number) => string
  readonly source: (id: number) => string
}

type Ids = readonly (number | null)[]

const known = (ids: Ids): number[] => [...new Set(ids.filter((id) => id !== null))]

const named =
  (prefix: string, names: ReadonlyMap<number, string | null>) =>
  (id: number): string => {
    const name = names.get(id)
    return name === undefined || name === null ? `${prefix}-${id}` : `${name} (${prefix}-${id})`
  }

/** Looks up the names of these records. */
export const findNamesOf = async (
  db: Kysely<Register>,
  { people = [], actions = [], sources = [] }: { readonly people?: Ids; readonly actions?: Ids; readonly sources?: Ids },
): Promise<Names> => {
  const primary = await findPrimaryNames(db, known(people))
  const actionRows = await db
    .selectFrom('sanctions_action')
    .where('id', 'in', known(actions))
    .select(['id', 'authority', 'action', 'target', 'commodity'])
    .execute()
  const sourceRows = await db
    .selectFrom('source')
    .where('id', 'in', known(sources))
    .select(['id', 'title', 'publisher', 'url'])
    .execute()
  return {
    person: named('D', new Map([...primary].map(([id, name]) => [id, name.text]))),
    action: named('S', new Map(actionRows.map((row) => [row.id, sanctionsActionTitle(row)]))),
    source: named('SRC', new Map(sourceRows.map((row) => [row.id, row.title ?? row.publisher ?? row.url]))),
  }
}

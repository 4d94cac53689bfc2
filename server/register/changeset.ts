import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { ChangesetKind, Register } from '../db/register.ts'
import { chainOf, chainStart, digestOf } from './hash.ts'

export type ChangesetHeader = {
  readonly kind: ChangesetKind
  readonly author: string
  readonly authorId?: string
  readonly reviewer?: string
  readonly reviewerId?: string
  readonly reason: string
  readonly proposalId?: number
  /** ISO 8601 in UTC; the time of the write when left out. */
  readonly madeAt?: string
}

export type RootRecord = { readonly table: 'release_event' | 'detainee' | 'sanctions_action' | 'source'; readonly id: number }

export type OpenChangeset = {
  readonly id: number
  /** Marks a record as changed by this changeset: its version is the changeset's number. */
  readonly touch: (record: RootRecord) => Promise<void>
}

/** Changes that are in memory at once. */
const sealedAtOnce = 5000

/** All of them in one statement: an import has a million, and an event some hundreds that someone waits for. */
const sealChanges = `UPDATE change SET digest = seal.value ->> 1, chain = seal.value ->> 2
  FROM json_each(?) AS seal WHERE change.id = seal.value ->> 0`

const touchRecord = `INSERT INTO record_version (record_table, record_id, changeset_id) VALUES (?, ?, ?)
  ON CONFLICT (record_table, record_id) DO UPDATE SET changeset_id = excluded.changeset_id
  WHERE record_version.changeset_id <> excluded.changeset_id`

/** Fills the digests and the chain of the changes made since it was last sealed. Returns its head. */
export const sealHistory = async (db: Kysely<Register>): Promise<string> => {
  const last = await db
    .selectFrom('change')
    .select('chain')
    .where('chain', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  let head = last?.chain ?? chainStart
  for (;;) {
    const open = await db
      .selectFrom('change')
      .innerJoin('change_value', 'change_value.change_id', 'change.id')
      .select(['change.id', 'changeset_id', 'table_name', 'record_id', 'op', 'salt', 'value'])
      .where('digest', 'is', null)
      .orderBy('change.id')
      .limit(sealedAtOnce)
      .execute()
    const seals = open.map((change) => {
      const digest = digestOf(change.salt, change.value)
      head = chainOf(head, { ...change, digest })
      return [change.id, digest, head]
    })
    await db.executeQuery(CompiledQuery.raw(sealChanges, [JSON.stringify(seals)]))
    if (open.length < sealedAtOnce) break
  }
  return head
}

/**
 * Runs `write` as one changeset in one transaction: everything is recorded, chained and
 * committed together, or nothing is. Returns what `write` returns.
 */
export const inChangeset = <Result>(
  register: Kysely<Register>,
  header: ChangesetHeader,
  write: (db: Transaction<Register>, changeset: OpenChangeset) => Promise<Result>,
): Promise<Result> =>
  register.transaction().execute((db) => writeChangeset(db, header, write))

/** The same inside a transaction that is already open. */
export const writeChangeset = async <Result>(
  db: Transaction<Register>,
  header: ChangesetHeader,
  write: (db: Transaction<Register>, changeset: OpenChangeset) => Promise<Result>,
): Promise<Result> => {
  const { id } = await db
    .insertInto('changeset')
    .values({
      kind: header.kind,
      author: header.author,
      author_id: header.authorId ?? null,
      reviewer: header.reviewer ?? null,
      reviewer_id: header.reviewerId ?? null,
      reason: header.reason,
      proposal_id: header.proposalId ?? null,
      made_at: header.madeAt ?? new Date().toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('open_changeset').values({ id: 1, changeset_id: id }).execute()
  const touch = async (record: RootRecord): Promise<void> => {
    await db.executeQuery(CompiledQuery.raw(touchRecord, [record.table, record.id, id]))
  }
  const result = await write(db, { id, touch })
  await db.deleteFrom('open_changeset').execute()
  await sealHistory(db)
  return result
}

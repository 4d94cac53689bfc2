import type { Kysely, Transaction } from 'kysely'
import type { ProposalKind } from '#contract/proposal-kinds.ts'
import type { RowShape } from '#contract/record-shape.ts'
import type { z } from '#contract/zod.ts'
import type { Register } from '../../db/register.ts'
import { conflict } from '../../http/errors.ts'
import type { OpenChangeset, RootRecord } from '../../register/changeset.ts'
import { type Kind, type Problems, readWith } from '../kinds/kind.ts'
import { type Applied, applyRecord, removeRecord } from './apply-record.ts'
import { findRecordProblems } from './check-record.ts'
import type { RecordBody } from './record-body.ts'
import { findMadeRecordChanges, findRecordChanges } from './record-changes.ts'
import { findRecordWrite } from './write-body.ts'

type Db = Kysely<Register>

/** What is particular to one kind of record. */
type Parts<Body> = Applied & {
  readonly code: ProposalKind & RootRecord['table']
  readonly prefix: string
  readonly titleOf: Kind['titleOf']
  /** Beside references that lead nowhere. */
  readonly findProblems?: (db: Db, body: Body, id: number | null) => Promise<Problems>
  readonly findWarnings: (db: Db, body: Body, id: number | null) => Promise<string[]>
  /** What else is kept once the record is written. */
  readonly keepMore?: (db: Transaction<Register>, changeset: OpenChangeset, body: Body, id: number) => Promise<void>
  /** What of the register rests on the record, and what to do about it; null where nothing does. */
  readonly findHindrance: (db: Db, id: number) => Promise<string | null>
}

/** A kind of proposal that is one record, entered as its shape says. */
export const recordKind = <Schema extends z.ZodType<RecordBody>>(
  shape: RowShape,
  schema: Schema,
  { code, prefix, titleOf, findProblems, findWarnings, findHindrance, keepMore, ...applied }: Parts<z.output<Schema>>,
): Kind => ({
  kind: code,
  noun: shape.noun,
  table: code,
  prefix,
  titleOf,
  read: readWith(schema, {
    findProblems: async (db, body, id) => ({
      ...(await findRecordProblems(db, shape, body, id)),
      ...(await findProblems?.(db, body, id)),
    }),
    findChanges: (db, body, id) => findRecordChanges(db, shape, id, body),
    findWarnings,
    apply: async (db, changeset, body, id) => {
      const written = await applyRecord(db, changeset, shape, { body, id, ...applied })
      await keepMore?.(db, changeset, body, written)
    },
  }),
  findPresent: (db, id) => findRecordWrite(db, shape, id),
  findRemoval: (db, id) => findRecordChanges(db, shape, id, null),
  findMadeChanges: async (db, changesetId, id) => (id === null ? [] : findMadeRecordChanges(db, shape, changesetId, id)),
  findHindrance,
  retract: async (db, changeset, id) => {
    const hindrance = await findHindrance(db, id)
    if (hindrance !== null) throw conflict(hindrance)
    await removeRecord(db, changeset, shape, id)
  },
})

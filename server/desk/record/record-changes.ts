import type { Kysely } from 'kysely'
import type { ProposedChange } from '#contract/proposals.ts'
import type { RowShape } from '#contract/record-shape.ts'
import type { Register } from '../../db/register.ts'
import { findNamesOf } from './names.ts'
import { type RecordBody, fieldValue, sourcesOf } from './record-body.ts'
import type { RecordRows } from './record-rows.ts'
import { recordThings } from './record-things.ts'
import { findRecordAround } from './rows-around.ts'
import { compareThings } from './things.ts'
import { findRecordWrite, findSourceRows, sourcesIn, writeBodyOf } from './write-body.ts'

const referredTo = (shape: RowShape, bodies: readonly RecordBody[], prefix: string): number[] =>
  shape.fields
    .filter((field) => field.prefix === prefix)
    .flatMap((field) => bodies.flatMap((body) => fieldValue(body, field) ?? []).map(Number))

/** What turning one body into the other changes, as a reviewer reads it. A null body is a record that is not there. */
const changesBetween = async (
  db: Kysely<Register>,
  shape: RowShape,
  before: RecordBody | null,
  after: RecordBody | null,
): Promise<ProposedChange[]> => {
  const bodies = [before, after].filter((body) => body !== null)
  const names = await findNamesOf(db, {
    actions: referredTo(shape, bodies, 'S'),
    sources: [...referredTo(shape, bodies, 'SRC'), ...bodies.flatMap((body) => sourcesOf(body).map(({ id }) => id))],
  })
  const things = (body: RecordBody | null) => (body === null ? [] : recordThings(shape, body, names))
  return compareThings(things(before), things(after))
}

/** What a body would change in the record as it is; a null body takes the record out. */
export const findRecordChanges = async (
  db: Kysely<Register>,
  shape: RowShape,
  id: number | null,
  body: RecordBody | null,
): Promise<ProposedChange[]> => {
  const present = id === null ? null : await findRecordWrite(db, shape, id)
  return changesBetween(db, shape, present?.body ?? null, body)
}

/** What a changeset did to a record. */
export const findMadeRecordChanges = async (
  db: Kysely<Register>,
  shape: RowShape,
  changesetId: number,
  id: number,
): Promise<ProposedChange[]> => {
  const { before, after } = await findRecordAround(db, shape, changesetId, id)
  const bodyOf = async (rows: RecordRows | null) => rows && writeBodyOf(shape, rows, await findSourceRows(db, sourcesIn(rows.evidence)))
  return changesBetween(db, shape, await bodyOf(before), await bodyOf(after))
}

import type { Kysely } from 'kysely'
import { type FieldShape, type RowShape, shapesWithin } from '#contract/record-shape.ts'
import type { Register } from '../../db/register.ts'
import type { Problems } from '../kinds/kind.ts'
import { checkCaptures } from './check-captures.ts'
import { type Referred, checkEvidenceIds, checkRowIds, checkSources, findKnown } from './check-ids.ts'
import { type RecordBody, allEvidence, allRows, sourcesOf } from './record-body.ts'
import { findRecordRows } from './record-rows.ts'

const referred: Readonly<Record<string, { readonly table: Referred; readonly noun: string }>> = {
  S: { table: 'sanctions_action', noun: 'sanctions action' },
  SRC: { table: 'source', noun: 'source' },
}

/** A field that names another record names one that is there, and not the record itself. */
const checkNamed = async (
  db: Kysely<Register>,
  body: RecordBody,
  { name, prefix = '' }: FieldShape,
  own: number | null,
): Promise<Problems> => {
  const to = referred[prefix]
  const id = body[name]
  if (to === undefined || typeof id !== 'number') return {}
  if (id === own) return { [name]: `This is the ${to.noun} itself. Choose another, or leave it empty.` }
  return (await findKnown(db, to.table, [id])).has(id) ? {} : { [name]: `There is no ${to.noun} ${prefix}-${id}. Choose another.` }
}

/** What a body that fits its schema gets wrong about the register, by field; a null id is a new record. */
export const findRecordProblems = async (
  db: Kysely<Register>,
  shape: RowShape,
  body: RecordBody,
  id: number | null,
): Promise<Problems> => {
  const rows = id === null ? null : await findRecordRows(db, shape, id)
  const lists = allEvidence(body, shape)
  const named = shape.fields.filter(({ type }) => type === 'record').map((field) => checkNamed(db, body, field, id))
  const placed = allRows(body, shape)
  return Object.assign(
    {},
    await checkSources(db, sourcesOf(body)),
    ...(await Promise.all(named)),
    ...shapesWithin(shape).map(({ table }) =>
      checkRowIds(
        placed.filter((row) => row.shape.table === table).map(({ path, row }) => ({ path, id: row.id })),
        new Set(rows?.parts.get(table)?.map((row) => row.id)),
        shape.noun,
      ),
    ),
    checkEvidenceIds(lists, rows?.evidence ?? [], shape.noun),
    await checkCaptures(db, sourcesOf(body), lists),
  )
}

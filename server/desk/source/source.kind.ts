import type { Kysely } from 'kysely'
import { counted } from '#contract/charts/format-count.ts'
import { dayOf } from '#contract/release-event-warnings.ts'
import { SourceRecordWrite, sourceShape } from '#contract/source-record-write.ts'
import type { Register } from '../../db/register.ts'
import type { Kind } from '../kinds/kind.ts'
import { textAt } from '../kinds/text-at.ts'
import { leadsTo } from '../record/chain.ts'
import { recordKind } from '../record/record.kind.ts'
import { findSourceWarnings } from './source-warnings.ts'

const findHindrance = async (db: Kysely<Register>, id: number): Promise<string | null> => {
  const { values } = await db
    .selectFrom('evidence')
    .where('source_id', '=', id)
    .select((eb) => eb.fn.countAll<number>().as('values'))
    .executeTakeFirstOrThrow()
  if (values > 0) {
    return `${counted(values, 'value rests', 'values rest')} on SRC-${id}. Give each another source first; its page lists them.`
  }
  const [copy] = await db.selectFrom('source').where('copy_of', '=', id).select('id').limit(1).execute()
  if (copy) return `SRC-${copy.id} is a copy of SRC-${id}. Correct that first.`
  const [kept] = await db.selectFrom('source_capture').where('source_id', '=', id).select('id').limit(1).execute()
  if (kept) return `The desk keeps a text of SRC-${id}. Remove it first.`
  const [fact] = await db.selectFrom('desk_evidence').where('source_id', '=', id).select('id').limit(1).execute()
  return fact ? `A confidential fact of the desk rests on SRC-${id}. Give it another source first.` : null
}

/** A publication that evidence rests on. */
export const sourceKind: Kind = recordKind(sourceShape, SourceRecordWrite, {
  code: 'source',
  prefix: 'SRC',
  titleOf: (sent) => textAt(sent, 'title') ?? textAt(sent, 'publisher') ?? textAt(sent, 'url') ?? 'A source without a title',
  findProblems: async (db, { copyOf }, id) =>
    id !== null && copyOf !== null && copyOf !== id && (await leadsTo(db, 'source', 'copy_of', copyOf, id))
      ? { copyOf: `SRC-${copyOf} is itself a copy of SRC-${id}. Choose the original, or leave this empty.` }
      : {},
  findWarnings: (db, body, id) => findSourceWarnings(db, body, id, dayOf(new Date())),
  findHindrance,
})

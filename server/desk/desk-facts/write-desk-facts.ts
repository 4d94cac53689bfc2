import type { Selectable, Transaction } from 'kysely'
import type { DeskFactWrite } from '#contract/desk-facts.ts'
import type { DeskTables, Register } from '../../db/register.ts'
import { found, invalid } from '../../http/errors.ts'
import { keepEvent } from '../accounts/account-events.ts'
import { findKnown } from '../record/check-ids.ts'

type Db = Transaction<Register>
type Kept = { readonly id: number; readonly version: number }
type Stored = Selectable<DeskTables['desk_fact']>

const checkSources = async (db: Db, { evidence }: DeskFactWrite): Promise<void> => {
  const known = await findKnown(db, 'source', evidence.map(({ source }) => source))
  evidence.forEach(({ source }, index) => {
    if (source !== null && !known.has(source)) throw invalid({ [`evidence.${index}.source`]: `There is no source SRC-${source}. Choose another.` })
  })
}

const writeEvidence = async (db: Db, factId: number, { evidence }: DeskFactWrite): Promise<void> => {
  await db.deleteFrom('desk_evidence').where('desk_fact_id', '=', factId).execute()
  for (const { source, quote } of evidence) {
    await db.insertInto('desk_evidence').values({ desk_fact_id: factId, source_id: source, quote }).execute()
  }
}

export const addDeskFact = async (db: Db, detaineeId: number, by: string, fact: DeskFactWrite): Promise<Kept> => {
  found(await db.selectFrom('detainee').where('id', '=', detaineeId).select('id').executeTakeFirst(), 'person')
  await checkSources(db, fact)
  const kept = await db
    .insertInto('desk_fact')
    .values({ detainee_id: detaineeId, kind: fact.kind, text: fact.text, recorded_at: new Date().toISOString(), recorded_by: by })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
  await writeEvidence(db, kept.id, fact)
  return kept
}

const findOne = async (db: Db, id: number, check: (fact: Stored) => void): Promise<Stored> => {
  const fact = found(await db.selectFrom('desk_fact').where('id', '=', id).selectAll().executeTakeFirst(), 'confidential fact')
  check(fact)
  return fact
}

/** Replaces a fact; `check` refuses a stale version. What it said before is gone: confidential things have no history. */
export const replaceDeskFact = async (db: Db, id: number, by: string, fact: DeskFactWrite, check: (fact: Stored) => void): Promise<Kept> => {
  const { version } = await findOne(db, id, check)
  await checkSources(db, fact)
  const kept = await db
    .updateTable('desk_fact')
    .set({ kind: fact.kind, text: fact.text, version: version + 1, changed_at: new Date().toISOString(), changed_by: by })
    .where('id', '=', id)
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
  await writeEvidence(db, id, fact)
  return kept
}

export const deleteDeskFact = async (db: Db, id: number, by: string, check: (fact: Stored) => void): Promise<void> => {
  const { detainee_id: detaineeId } = await findOne(db, id, check)
  await db.deleteFrom('desk_evidence').where('desk_fact_id', '=', id).execute()
  await db.deleteFrom('desk_fact').where('id', '=', id).execute()
  await keepEvent(db, { act: 'redacted', by, record: { table: 'detainee', id: detaineeId }, detail: 'a confidential fact, for good' })
}

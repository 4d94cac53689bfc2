import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import type { Problems } from '../kinds/kind.ts'

type Db = Kysely<Register>

/** A person who was joined with another is corrected there. */
export const findMergeProblem = async (db: Db, id: number | null): Promise<Problems> => {
  if (id === null) return {}
  const person = await db.selectFrom('detainee').where('id', '=', id).select('merged_into').executeTakeFirst()
  return person?.merged_into ? { names: `D-${id} was joined with D-${person.merged_into}. Correct D-${person.merged_into} instead.` } : {}
}

const shown = 5

const few = (refs: readonly string[]): string =>
  refs.length <= shown ? refs.join(', ') : `${refs.slice(0, shown).join(', ')} and ${refs.length - shown} more`

/** What rests on a person, and what to do about it before they can be taken out; null where nothing does. */
export const findDetaineeHindrance = async (db: Db, id: number): Promise<string | null> => {
  const events = await db.selectFrom('release_person').where('detainee_id', '=', id).select('release_event_id').orderBy('id').execute()
  if (events.length > 0) {
    const refs = few(events.map((row) => `R-${row.release_event_id}`))
    return `D-${id} is in ${refs}. Take the person out there first; if they are entered twice, join the two records instead.`
  }
  const merged = await db.selectFrom('detainee').where('merged_into', '=', id).select('id').execute()
  if (merged.length > 0) return `${few(merged.map((row) => `D-${row.id}`))} was joined with D-${id}. Undo that first.`
  const facts = await db.selectFrom('desk_fact').where('detainee_id', '=', id).select('id').limit(1).execute()
  if (facts.length > 0) return `The desk keeps confidential facts about D-${id}. Remove them first.`
  return null
}

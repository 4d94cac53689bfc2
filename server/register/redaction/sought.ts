import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { type NameForms, carrierOf, nameForms } from '../../editions/name-forms.ts'
import { findRecordChanges } from '../undo/record-rows.ts'

/** What a redaction looks for: a person's names in every spelling that is or was on record. */
export type Sought = {
  /** The person, and everyone merged into them. */
  readonly people: readonly number[]
  readonly names: readonly string[]
  /** Names of everyone else: what is in one of them is theirs. */
  readonly others: readonly string[]
}

const findMerged = async (db: Kysely<Register>, id: number): Promise<number[]> => {
  const found = [id]
  for (const one of found) {
    const rows = await db.selectFrom('detainee').where('merged_into', '=', one).select('id').execute()
    found.push(...rows.map((row) => row.id).filter((other) => !found.includes(other)))
  }
  return found
}

/** Names that history still has of these people: a misspelling that was corrected was theirs, too. */
const findFormerNames = async (db: Kysely<Register>, people: readonly number[]): Promise<string[]> => {
  const names: string[] = []
  for (const id of people) {
    for (const { table, before, after } of await findRecordChanges(db, { table: 'detainee', id })) {
      if (table !== 'detainee_name') continue
      for (const side of [before, after]) if (side !== null && side['detainee_id'] === id) names.push(String(side['text']))
    }
  }
  return names
}

export const findSought = async (db: Kysely<Register>, detaineeId: number): Promise<Sought> => {
  const people = await findMerged(db, detaineeId)
  const rows = await db.selectFrom('detainee_name').select(['detainee_id as id', 'text']).execute()
  const isTheirs = new Set(people)
  const own = rows.filter(({ id }) => isTheirs.has(id)).map(({ text }) => text)
  return {
    people,
    names: [...new Set([...own, ...(await findFormerNames(db, people))])],
    others: rows.filter(({ id }) => !isTheirs.has(id)).map(({ text }) => text),
  }
}

export const formsOf = ({ names, others }: Sought): NameForms => nameForms(names, others)

/** Asks of very many texts whether they carry one of the names. */
export const seeker = (sought: Sought): ((text: string) => boolean) => (sought.names.length === 0 ? () => false : carrierOf(formsOf(sought)))

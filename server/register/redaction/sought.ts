import type { Kysely } from 'kysely'
import type { Register } from '../../db/register.ts'
import { carrierOf, nameForms } from '../../editions/name-forms.ts'
import { type Taker, takerOfWords } from '../../editions/taken-words.ts'
import { findRecordChanges } from '../undo/record-rows.ts'
import type { RecordTable } from '../undo/rows.ts'

/** One text of a record out of which words are taken; the salt is for their digest. */
export type Target = { readonly table: RecordTable; readonly id: number; readonly field: string; readonly salt: string }

/** What a redaction looks for: a person's names in every spelling that is or was on record, or words of one text. */
export type Sought = {
  /** The person, and everyone merged into them. */
  readonly people: readonly number[]
  readonly names: readonly string[]
  /** Names that stay: what is in one of them is theirs. */
  readonly others: readonly string[]
  readonly words: readonly string[]
  /** Where the words were chosen; null for a person. */
  readonly target: Target | null
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
    words: [],
    target: null,
  }
}

/** Words to look for, chosen in one text of a record. A name that stays may read the same once it is folded. */
export const soughtWords = async (db: Kysely<Register>, target: Target, words: string): Promise<Sought> => {
  const { carries } = takerOfWords(words)
  const names = await db.selectFrom('detainee_name').select('text').execute()
  return { people: [], names: [], others: names.map(({ text }) => text).filter((text) => !carries(text)), words: [words], target }
}

/** A text that carries a name goes whole: what stays of it could still tell of whom. */
const takerOfNames = ({ names, others }: Sought): Taker => ({ carries: carrierOf(nameForms(names, others)), without: () => null })

const nothing: Taker = { carries: () => false, without: (text) => text }

/** Tells of very many texts whether they carry what is looked for, and what is left without it. */
export const takerOf = (sought: Sought): Taker => {
  const [words] = sought.words
  if (words !== undefined) return takerOfWords(words)
  return sought.names.length === 0 ? nothing : takerOfNames(sought)
}

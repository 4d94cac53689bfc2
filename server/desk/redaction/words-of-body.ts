import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { WordsWrite } from '#contract/redaction.ts'
import type { Register } from '../../db/register.ts'
import { type Sought, soughtWords } from '../../register/redaction/sought.ts'
import { isRecordTable } from '../../register/undo/rows.ts'

/** What a proposal to take words out looks for. */
export const wordsOfBody = (db: Kysely<Register>, { table, id, field, words }: WordsWrite): Promise<Sought> => {
  if (!isRecordTable(table)) throw new Error(`${table} has no texts of records`)
  return soughtWords(db, { table, id, field, salt: randomBytes(16).toString('hex') }, words)
}

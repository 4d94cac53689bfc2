import { type Kysely, sql } from 'kysely'
import type { WordsWrite } from '#contract/redaction.ts'
import { recordTables } from '../../db/records.ts'
import type { Register } from '../../db/register.ts'
import { isFreeText } from '../../editions/free-texts.ts'
import { plainWords, takerOfWords } from '../../editions/taken-words.ts'
import { refOfRow } from '../../register/record-ref.ts'
import { findRow, isRecordTable } from '../../register/undo/rows.ts'
import type { Problems } from '../kinds/kind.ts'

/** Fewer letters stand in too many texts that are about something else. */
const leastLetters = 6
/** As many texts of records may be emptied of one stretch of words. */
const mostTexts = 100

/** The text that the words were chosen in, as it is; null where it does not hold them. */
export const findChosen = async (db: Kysely<Register>, { record, table, id, field, words }: WordsWrite): Promise<string | null> => {
  if (!isRecordTable(table) || !isFreeText(table, field)) return null
  const row = await findRow(db, table, id)
  const text = row?.[field]
  if (row === null || typeof text !== 'string' || !takerOfWords(words).carries(text)) return null
  return (await refOfRow(db, table, row)) === record ? text : null
}

/** How many texts of records have the words as they are written. */
const countTexts = async (db: Kysely<Register>, words: string): Promise<number> => {
  let count = 0
  for (const table of recordTables) {
    const { rows: columns } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table}) WHERE type = 'TEXT'`.execute(db)
    for (const { name } of columns.filter((column) => isFreeText(table, column.name))) {
      const { rows } = await sql<{ n: number }>`SELECT COUNT(*) AS n FROM ${sql.table(table)} WHERE instr(${sql.ref(name)}, ${words})`.execute(db)
      count += rows[0]?.n ?? 0
    }
  }
  return count
}

/** Words that no file could be rid of: they name something of the program, or one of the staff. */
const isElsewhere = async (db: Kysely<Register>, words: string): Promise<boolean> => {
  const { rows } = await sql`
    SELECT 1 FROM sqlite_schema WHERE instr(lower(sql), lower(${words}))
    UNION SELECT 1 FROM account_user WHERE instr(name, ${words}) OR instr(lower(email), lower(${words}))`.execute(db)
  return rows.length > 0
}

const findNameProblem = async (db: Kysely<Register>, { table, id, words }: WordsWrite): Promise<string | null> => {
  const { carries } = takerOfWords(words)
  const names = await db.selectFrom('detainee_name').select(['id', 'detainee_id', 'text']).execute()
  const other = names.find((name) => (table !== 'detainee_name' || name.id !== id) && carries(name.text))
  if (other) return `D-${other.detainee_id} has a name with these words, which would have to go as well. Choose more of the text, or take that name out first.`
  const chosen = table === 'detainee_name' ? names.find((name) => name.id === id) : undefined
  const isOnly = chosen !== undefined && !names.some((name) => name.id !== id && name.detainee_id === chosen.detainee_id)
  return isOnly ? 'This is the only name on record. Withhold the name, or take the person out of the register.' : null
}

/** Why these words cannot be taken out, and what to do. */
export const findWordsProblems = async (db: Kysely<Register>, body: WordsWrite): Promise<Problems> => {
  const { words } = body
  if (plainWords(words).join('').length < leastLetters) return { words: `Choose at least ${leastLetters} letters: fewer stand in texts about something else.` }
  if ((await findChosen(db, body)) === null) return { words: 'These words are not in that text of the record any more. Open the record and choose them again.' }
  const name = await findNameProblem(db, body)
  if (name !== null) return { words: name }
  const count = await countTexts(db, words)
  if (count > mostTexts) return { words: `These words stand in ${count} texts of records. Choose more of the text, so that only what has to go does.` }
  if (await isElsewhere(db, words)) return { words: 'These words also name something of the program or of its staff, which stays. Choose more of the text.' }
  return {}
}

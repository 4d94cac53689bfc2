import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type WordQuestion, answers, mostCandidates, wordQuestions } from '../names/name-candidates.ts'
import { plainNames } from './plain-names.ts'
import type { FindNameCandidates, NameCandidate } from './record-file.ts'
import type { Records } from './records.ts'

/** Folded words and keys are `[a-z0-9]+`: this sorts after all that begin alike. */
const afterAll = '~'

const wholeWords = ({ kind, whole, worth }: WordQuestion): RawBuilder<unknown> =>
  sql`SELECT id, CAST(${worth} AS INTEGER) AS worth FROM name_word WHERE kind = ${kind} AND word IN (${sql.join(whole)})`

const isKept = (kind: string, begin: string): RawBuilder<unknown> =>
  sql`EXISTS (SELECT 1 FROM name_beginning WHERE kind = ${kind} AND beginning = ${begin})`

const beginning =
  (besideKept: boolean) =>
  (kind: string, begin: string): RawBuilder<unknown> =>
    sql`SELECT id, CAST(${answers.begins} AS INTEGER) FROM name_word
      WHERE kind = ${kind} AND word >= ${begin} AND word < ${begin + afterAll}${besideKept ? sql` AND NOT ${isKept(kind, begin)}` : sql``}`

const nearWords = ({ kind, forms }: WordQuestion): RawBuilder<unknown> =>
  sql`SELECT word_id, CAST(${answers.nearly} AS INTEGER) FROM name_word_form
    WHERE kind = ${kind} AND form IN (${sql.join(forms)})`

/** The words of names that answer one question, each as often as it does. */
const wordsAnswering =
  (besideKept: boolean) =>
  (question: WordQuestion): RawBuilder<unknown>[] => [
    ...(question.whole.length === 0 ? [] : [wholeWords(question)]),
    ...question.beginnings.map((begin) => beginning(besideKept)(question.kind, begin)),
    ...(question.forms.length === 0 ? [] : [nearWords(question)]),
  ]

const namesOf = (questions: readonly WordQuestion[], besideKept: boolean): RawBuilder<unknown> =>
  sql`SELECT used.name_id, word.worth FROM (
      SELECT id, MAX(worth) AS worth FROM (${sql.join(questions.flatMap(wordsAnswering(besideKept)), sql` UNION ALL `)}) GROUP BY id) AS word
    JOIN name_word_use AS used ON used.word_id = word.id`

const keptNames = ({ kind, beginnings }: WordQuestion): RawBuilder<unknown>[] =>
  beginnings.map(
    (begin) => sql`SELECT name_id, CAST(${answers.begins} AS INTEGER) FROM name_beginning WHERE kind = ${kind} AND beginning = ${begin}`,
  )

/** The names that have such a word, each once, with the best answer. */
const namesAnswering = (questions: readonly WordQuestion[]): RawBuilder<unknown> =>
  sql`SELECT name_id, MAX(worth) AS worth FROM (${namesOf(questions, false)}) GROUP BY name_id`

/**
 * The same for a question of one word, where a beginning of very many names has its first ones kept:
 * of names that answer alike no others would be taken.
 */
const firstAnswering = (questions: readonly WordQuestion[]): RawBuilder<unknown> =>
  sql`SELECT name_id, MAX(worth) AS worth FROM (
    ${sql.join([namesOf(questions, true), ...questions.flatMap(keptNames)], sql` UNION ALL `)}) GROUP BY name_id`

const hasTable = async (db: Kysely<Records>, table: string): Promise<boolean> => {
  const { rows } = await sql`SELECT 1 FROM sqlite_schema WHERE name = ${table}`.execute(db)
  return rows.length > 0
}

const lookUp =
  (db: Kysely<Records>, keepsBeginnings: boolean): FindNameCandidates =>
  async (words) => {
    const questions = wordQuestions(words)
    if (questions.length === 0) return []
    const answering = keepsBeginnings && questions.length === 1 ? firstAnswering : namesAnswering
    const { rows } = await sql<NameCandidate>`
      SELECT name_id AS "nameId", COUNT(*) AS words, SUM(worth) AS worth
      FROM (${sql.join(questions.map(answering), sql` UNION ALL `)})
      GROUP BY name_id ORDER BY 2 DESC, 3 DESC, 1 LIMIT ${mostCandidates}`.execute(db)
    return rows
  }

/**
 * Looks names up in the tables of words that an edition keeps (server/editions/name-index.ts).
 * An edition published without them is read name by name.
 */
export const indexedNames = (db: Kysely<Records>): FindNameCandidates => {
  let find: FindNameCandidates | undefined
  return async (words) => {
    find ??= (await hasTable(db, 'name_word_form')) ? lookUp(db, await hasTable(db, 'name_beginning')) : plainNames(db)
    return find(words)
  }
}

import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type WordQuestion, answers, mostCandidates, wordQuestions } from '../names/name-candidates.ts'
import { plainNames } from './plain-names.ts'
import type { FindNameCandidates, NameCandidate } from './record-file.ts'
import type { Records } from './records.ts'

/** Folded words and keys are `[a-z0-9]+`: this sorts after all that begin alike. */
const afterAll = '~'

const wholeWords = ({ kind, whole, worth }: WordQuestion): RawBuilder<unknown> =>
  sql`SELECT id, CAST(${worth} AS INTEGER) AS worth FROM name_word WHERE kind = ${kind} AND word IN (${sql.join(whole)})`

const beginning = (kind: string, begin: string): RawBuilder<unknown> =>
  sql`SELECT id, CAST(${answers.begins} AS INTEGER) FROM name_word
    WHERE kind = ${kind} AND word >= ${begin} AND word < ${begin + afterAll}`

const nearWords = ({ kind, forms }: WordQuestion): RawBuilder<unknown> =>
  sql`SELECT word_id, CAST(${answers.nearly} AS INTEGER) FROM name_word_form
    WHERE kind = ${kind} AND form IN (${sql.join(forms)})`

/** The words of names that answer one question, each as often as it does. */
const wordsAnswering = (question: WordQuestion): RawBuilder<unknown>[] => [
  ...(question.whole.length === 0 ? [] : [wholeWords(question)]),
  ...question.beginnings.map((begin) => beginning(question.kind, begin)),
  ...(question.forms.length === 0 ? [] : [nearWords(question)]),
]

/** The names that have such a word, each once, with the best answer. */
const namesAnswering = (questions: readonly WordQuestion[]): RawBuilder<unknown> =>
  sql`SELECT used.name_id, MAX(word.worth) AS worth FROM (
      SELECT id, MAX(worth) AS worth FROM (${sql.join(questions.flatMap(wordsAnswering), sql` UNION ALL `)}) GROUP BY id) AS word
    JOIN name_word_use AS used ON used.word_id = word.id GROUP BY used.name_id`

const hasTables = async (db: Kysely<Records>): Promise<boolean> => {
  const { rows } = await sql`SELECT 1 FROM sqlite_schema WHERE name = 'name_word_form'`.execute(db)
  return rows.length > 0
}

const lookUp =
  (db: Kysely<Records>): FindNameCandidates =>
  async (words) => {
    const questions = wordQuestions(words)
    if (questions.length === 0) return []
    const { rows } = await sql<NameCandidate>`
      SELECT name_id AS "nameId", COUNT(*) AS words, SUM(worth) AS worth
      FROM (${sql.join(questions.map(namesAnswering), sql` UNION ALL `)})
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
    find ??= (await hasTables(db)) ? lookUp(db) : plainNames(db)
    return find(words)
  }
}

import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { searchWords } from '../names/search-words.ts'
import type { Search, SearchIds } from './record-file.ts'
import { searchedText } from './searched-text.ts'

/** `text` has each of the words: one LIKE a way of reading it. */
const beginsAWord = (text: string, begin: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`' ' || ${sql.raw(text)} LIKE ${`% ${begin}%`}`

const isAWord = (text: string, word: string): RawBuilder<SqlBool> => sql<SqlBool>`' ' || ${sql.raw(text)} || ' ' LIKE ${`% ${word} %`}`

/** Search without an index, for the register: it reads the texts and folds them as it goes. */
export const plainSearch: Search = (searched, words) => {
  const conditions = searchWords(words).map(({ folded, keys, sound }) => {
    const ways = folded.map((begin) => beginsAWord('searched.folded', begin))
    const sounds =
      searched === 'detainee'
        ? keys.map((key) => beginsAWord('searched.name_key', key))
        : sound === null
          ? []
          : [isAWord('searched.name_key', sound)]
    return sql<SqlBool>`(${sql.join([...ways, ...sounds], sql` OR `)})`
  })
  if (conditions.length === 0) return sql<SqlBool>`0`
  const { folded, key } = searchedText[searched]
  // The texts are made once a record, however many words are looked for in them.
  return sql<SqlBool>`EXISTS (
    SELECT 1 FROM (SELECT ${sql.raw(folded)} AS folded, ${sql.raw(key)} AS name_key LIMIT 1) AS searched
    WHERE ${sql.join(conditions, sql` AND `)})`
}

export const plainSearchIds: SearchIds = (searched, words) =>
  sql`(SELECT ${sql.ref(searched)}.id FROM ${sql.ref(searched)} WHERE ${plainSearch(searched, words)})`

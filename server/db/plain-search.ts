import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { searchWords } from '../names/search-words.ts'
import { type Search, searchedText } from './record-file.ts'

const beginsAWord = (text: string, begin: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`' ' || ${sql.raw(text)} LIKE ${`% ${begin}%`}`

/** Search without an index, for the register: it reads the texts and folds them as it goes. */
export const plainSearch: Search = (searched, words) => {
  const text = searchedText[searched]
  const conditions = searchWords(words, searched === 'detainee').map(({ folded, keys }) => {
    const ways = [beginsAWord(text.folded, folded), ...keys.map((key) => beginsAWord(text.key, key))]
    return sql<SqlBool>`(${sql.join(ways, sql` OR `)})`
  })
  return conditions.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`
}

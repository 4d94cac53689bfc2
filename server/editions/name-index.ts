import type Database from 'better-sqlite3'
import type { WordKind } from '../names/name-candidates.ts'
import { deletionForms } from '../names/deletions.ts'

/*
 * The words of names in an edition, for finding them under another spelling or with a letter
 * wrong: every distinct folded word and key, which names use it, and its forms with one letter
 * left out. Made of the names that are in the edition, and of nothing else.
 */

const tables = [
  'DROP TABLE IF EXISTS name_word_form',
  'DROP TABLE IF EXISTS name_word_use',
  'DROP TABLE IF EXISTS name_word',
  `CREATE TABLE name_word (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, word TEXT NOT NULL, UNIQUE (kind, word)) STRICT`,
  `CREATE TABLE name_word_use (word_id INTEGER NOT NULL, name_id INTEGER NOT NULL, PRIMARY KEY (word_id, name_id)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE name_word_form (kind TEXT NOT NULL, form TEXT NOT NULL, word_id INTEGER NOT NULL,
    PRIMARY KEY (kind, form, word_id)) STRICT, WITHOUT ROWID`,
]

const columnOf: Readonly<Record<WordKind, string>> = { folded: 'folded', key: 'name_key' }

/** Rows (kind, word, name) of every word of every name. A folded text is `[a-z0-9 ]`, so it makes a JSON list as it is. */
const usedWords = Object.entries(columnOf)
  .map(
    ([kind, column]) => `SELECT '${kind}' AS kind, split.value AS word, detainee_name.id AS name_id
      FROM detainee_name, json_each('["' || replace(detainee_name.${column}, ' ', '","') || '"]') AS split
      WHERE split.value <> ''`,
  )
  .join(' UNION ALL ')

/** Makes the tables anew from the names in the file. */
export const indexNames = (raw: Database.Database): void => {
  for (const table of tables) raw.exec(table)
  raw.exec(`INSERT INTO name_word (kind, word) SELECT DISTINCT kind, word FROM (${usedWords}) ORDER BY kind, word`)
  raw.exec(`INSERT INTO name_word_use (word_id, name_id)
    SELECT DISTINCT name_word.id, used.name_id FROM (${usedWords}) AS used
    JOIN name_word ON name_word.kind = used.kind AND name_word.word = used.word ORDER BY 1, 2`)
  const insert = raw.prepare('INSERT INTO name_word_form (kind, form, word_id) VALUES (?, ?, ?)')
  const words = raw.prepare<[], { id: number; kind: string; word: string }>('SELECT id, kind, word FROM name_word').all()
  for (const { id, kind, word } of words) for (const form of deletionForms(word)) insert.run(kind, form, id)
}

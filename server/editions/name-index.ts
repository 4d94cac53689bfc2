import type Database from 'better-sqlite3'
import { type WordKind, mostCandidates } from '../names/name-candidates.ts'
import { deletionForms } from '../names/deletions.ts'

/*
 * The words of names in an edition, for finding them under another spelling or with a letter
 * wrong: every distinct folded word and key, which names use it, its forms with one letter
 * left out, and the first names of a beginning that very many have. Made of the names that are in
 * the edition, and of nothing else.
 */

const tables = [
  'DROP TABLE IF EXISTS name_beginning',
  'DROP TABLE IF EXISTS name_word_form',
  'DROP TABLE IF EXISTS name_word_use',
  'DROP TABLE IF EXISTS name_word',
  `CREATE TABLE name_word (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, word TEXT NOT NULL, UNIQUE (kind, word)) STRICT`,
  `CREATE TABLE name_word_use (word_id INTEGER NOT NULL, name_id INTEGER NOT NULL, PRIMARY KEY (word_id, name_id)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE name_word_form (kind TEXT NOT NULL, form TEXT NOT NULL, word_id INTEGER NOT NULL,
    PRIMARY KEY (kind, form, word_id)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE name_beginning (kind TEXT NOT NULL, beginning TEXT NOT NULL, name_id INTEGER NOT NULL,
    PRIMARY KEY (kind, beginning, name_id)) STRICT, WITHOUT ROWID`,
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

/** Longer beginnings are those of few names. */
const longestBeginning = 5

type Use = { readonly kind: WordKind; readonly word: string; readonly names: string }
type Beginning = { readonly kind: string; readonly beginning: string; readonly names: number[] }

/** The first of these names in order, each once. */
const firstOf = (names: readonly number[]): number[] => {
  const first: number[] = []
  for (const name of Uint32Array.from(names).toSorted()) {
    if (name !== first.at(-1)) first.push(name)
    if (first.length === mostCandidates) break
  }
  return first
}

/** Keeps the first names of each beginning that more have than are ever scored. */
const keepBeginnings = (raw: Database.Database): void => {
  const open: Beginning[] = Array.from({ length: longestBeginning }, () => ({ kind: '', beginning: '', names: [] }))
  const kept: Beginning[] = []
  const close = ({ kind, beginning, names }: Beginning): void => {
    const first = names.length < mostCandidates ? [] : firstOf(names)
    if (first.length === mostCandidates) kept.push({ kind, beginning, names: first })
  }
  const uses = raw.prepare<[], Use>(`SELECT kind, word, json_group_array(name_id) AS names
    FROM name_word JOIN name_word_use ON name_word_use.word_id = name_word.id GROUP BY name_word.id ORDER BY kind, word`)
  for (const { kind, word, names } of uses.iterate()) {
    const ids = JSON.parse(names) as number[]
    for (let length = 1; length <= longestBeginning; length += 1) {
      const beginning = word.slice(0, length)
      let at = open[length - 1]
      if (at === undefined) continue
      if (at.kind !== kind || at.beginning !== beginning) {
        close(at)
        at = { kind, beginning, names: [] }
        open[length - 1] = at
      }
      if (word.length >= length) for (const id of ids) at.names.push(id)
    }
  }
  for (const at of open) close(at)
  const insert = raw.prepare('INSERT INTO name_beginning (kind, beginning, name_id) VALUES (?, ?, ?)')
  for (const { kind, beginning, names } of kept) for (const name of names) insert.run(kind, beginning, name)
}

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
  keepBeginnings(raw)
}

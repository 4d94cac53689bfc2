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

/** A word and the names that have it, ascending, each once. */
type Use = { readonly kind: WordKind; readonly word: string; readonly names: readonly number[] }

type Name = { readonly id: number; readonly folded: string; readonly key: string }

/** Every word of every name, by kind and word. */
const usesOf = (raw: Database.Database): Use[] => {
  const byKind = { folded: new Map<string, number[]>(), key: new Map<string, number[]>() }
  const add = (uses: Map<string, number[]>, id: number, text: string): void => {
    for (const word of text.split(' ')) {
      if (word === '') continue
      const names = uses.get(word)
      if (names === undefined) uses.set(word, [id])
      else if (names.at(-1) !== id) names.push(id)
    }
  }
  for (const { id, folded, key } of raw.prepare<[], Name>('SELECT id, folded, name_key AS key FROM detainee_name ORDER BY id').iterate()) {
    add(byKind.folded, id, folded)
    add(byKind.key, id, key)
  }
  const sorted = (kind: WordKind): Use[] => [...byKind[kind].keys()].toSorted().map((word) => ({ kind, word, names: byKind[kind].get(word) ?? [] }))
  return [...sorted('folded'), ...sorted('key')]
}

/** Longer beginnings are those of few names. */
const longestBeginning = 5

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
const keepBeginnings = (raw: Database.Database, uses: readonly Use[]): void => {
  const open: Beginning[] = Array.from({ length: longestBeginning }, () => ({ kind: '', beginning: '', names: [] }))
  const kept: Beginning[] = []
  const close = ({ kind, beginning, names }: Beginning): void => {
    const first = names.length < mostCandidates ? [] : firstOf(names)
    if (first.length === mostCandidates) kept.push({ kind, beginning, names: first })
  }
  for (const { kind, word, names } of uses) {
    for (let length = 1; length <= longestBeginning; length += 1) {
      const beginning = word.slice(0, length)
      let at = open[length - 1]
      if (at === undefined) continue
      if (at.kind !== kind || at.beginning !== beginning) {
        close(at)
        at = { kind, beginning, names: [] }
        open[length - 1] = at
      }
      if (word.length >= length) for (const id of names) at.names.push(id)
    }
  }
  for (const at of open) close(at)
  const insert = raw.prepare('INSERT INTO name_beginning (kind, beginning, name_id) VALUES (?, ?, ?)')
  for (const { kind, beginning, names } of kept) for (const name of names) insert.run(kind, beginning, name)
}

/** Makes the tables anew from the names in the file. */
export const indexNames = (raw: Database.Database): void => {
  for (const table of tables) raw.exec(table)
  const addWord = raw.prepare('INSERT INTO name_word (id, kind, word) VALUES (?, ?, ?)')
  const addUses = raw.prepare('INSERT INTO name_word_use (word_id, name_id) SELECT ?, value FROM json_each(?)')
  const addForm = raw.prepare('INSERT INTO name_word_form (kind, form, word_id) VALUES (?, ?, ?)')
  const uses = usesOf(raw)
  for (const [at, { kind, word, names }] of uses.entries()) {
    addWord.run(at + 1, kind, word)
    addUses.run(at + 1, JSON.stringify(names))
    for (const form of deletionForms(word)) addForm.run(kind, form, at + 1)
  }
  keepBeginnings(raw, uses)
}

import type Database from 'better-sqlite3'
import { type MultipleName, type OrderName, multipleNames, orderNames, peopleColumnTable, singleNames } from '../db/people-columns.ts'
import { Codes, bufferOf } from './column-codes.ts'
import { namedSql, peopleKeys, undatedSql } from '../db/people-keys.ts'

/*
 * Makes the columns that lists and facets of people are answered from, of what is in the edition
 * and of nothing else.
 */

const kept = 'coalesce(held.merged_into, held.id)'

/** Rows (id, value), each once, the ids ascending: where a person was taken, held or released, and what they are charged with. */
const valuesOf: Readonly<Record<MultipleName, string>> = {
  destination: `SELECT DISTINCT detainee_id AS id, destination AS value FROM release_named
    WHERE source_id = 0 AND destination IS NOT NULL ORDER BY 1`,
  country: `SELECT ${kept} AS id, detention.country AS value FROM detention JOIN detainee AS held ON held.id = detention.detainee_id
    UNION SELECT released.detainee_id, event.country FROM release_named AS released
      JOIN release_event AS event ON event.id = released.release_event_id WHERE released.source_id = 0 ORDER BY 1`,
  article: `SELECT DISTINCT ${kept} AS id, charge.article AS value FROM charge JOIN detention ON detention.id = charge.detention_id
    JOIN detainee AS held ON held.id = detention.detainee_id ORDER BY 1`,
}

type Value = { readonly id: number; readonly value: string }

const keepMultiple = (raw: Database.Database, ids: Uint32Array, name: MultipleName) => {
  const words = new Codes()
  const codes: number[] = []
  const starts = new Uint32Array(ids.length + 1)
  let place = 0
  for (const { id, value } of raw.prepare<[], Value>(valuesOf[name]).iterate()) {
    while (place < ids.length && (ids[place] ?? 0) < id) {
      place += 1
      starts[place] = codes.length
    }
    if (ids[place] === id) codes.push(words.of(value))
  }
  starts.fill(codes.length, place + 1)
  return { codes: bufferOf(Uint16Array.from(codes)), starts: bufferOf(starts), words: words.words }
}

const orderOf = (raw: Database.Database, places: ReadonlyMap<number, number>, name: OrderName) => {
  const order = new Uint32Array(places.size)
  let rank = 0
  let keyless = 0
  const rows = raw.prepare<[], [number, number]>(
    `SELECT id, "${name}" IS NULL FROM temp.person_key ORDER BY "${name}" IS NULL, "${name}", id`,
  )
  for (const [id, hasNone] of rows.raw().iterate() as IterableIterator<[number, number]>) {
    order[rank] = places.get(id) ?? 0
    rank += 1
    if (!hasNone) keyless = rank
  }
  return { codes: bufferOf(order), keyless }
}

const personValues = `detainee.status, detainee.sex, detainee.occupation, ${namedSql} AS named,
  CASE WHEN ${undatedSql} THEN 'yes' ELSE 'no' END AS undated`
const keys = orderNames.map((name) => `${peopleKeys[name]} AS "${name}"`).join(', ')

type Person = Readonly<Record<(typeof singleNames)[number], string | null>> & { readonly id: number }

/** Fills the table `people_column` of an edition whose records and derived tables are whole. */
export const keepPeopleColumns = (raw: Database.Database): void => {
  raw.exec(peopleColumnTable)
  raw.exec(`CREATE TEMP TABLE person_key AS SELECT detainee.id, ${personValues}, ${keys} FROM detainee
    WHERE detainee.merged_into IS NULL ORDER BY detainee.id`)
  const ids: number[] = []
  const singles = singleNames.map((name) => ({ name, words: new Codes(), codes: new Array<number>() }))
  for (const person of raw.prepare<[], Person>('SELECT * FROM temp.person_key').iterate()) {
    ids.push(person.id)
    for (const { name, words, codes } of singles) codes.push(words.of(person[name]))
  }
  const insert = raw.prepare('INSERT INTO people_column (name, codes, starts, words, keyless) VALUES (@name, @codes, @starts, @words, @keyless)')
  const keep = (row: { name: string; codes: Buffer; starts?: Buffer; words?: string; keyless?: number }): void => {
    insert.run({ starts: null, words: null, keyless: null, ...row })
  }
  const idColumn = Uint32Array.from(ids)
  const places = new Map(ids.map((id, place) => [id, place]))
  keep({ name: 'id', codes: bufferOf(idColumn) })
  for (const { name, words, codes } of singles) keep({ name, codes: bufferOf(Uint16Array.from(codes)), words: words.words })
  for (const name of multipleNames) keep({ name, ...keepMultiple(raw, idColumn, name) })
  for (const name of orderNames) keep({ name: `by ${name}`, ...orderOf(raw, places, name) })
  raw.exec('DROP TABLE temp.person_key')
}

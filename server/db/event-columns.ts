import { type Kysely, sql } from 'kysely'
import { type MultipleColumn, type SingleColumn, bytesOf, wordsOf } from './columns.ts'
import type { Records } from './records.ts'

/*
 * What release events are filtered, counted and added up by, as columns of numbers: an edition keeps
 * them beside its tables, and a process reads them into memory when they are first asked for. They
 * speak of all sources together. Place `n` is the event of the same rank among ascending ids.
 */

/** Rows of `release_number`: `flags` of a place without one is 0, and so are its numbers. */
export type Claims = {
  readonly lowest: Float64Array
  readonly best: Float64Array
  readonly highest: Float64Array
  readonly flags: Uint8Array
}

export const claimFlags = { stated: 1, openLow: 2, openHigh: 4 } as const

export const singleNames = ['country', 'basis', 'population', 'named'] as const
export const multipleNames = ['destination', 'authority'] as const

export type EventColumns = {
  readonly ids: Uint32Array
  /** The words of these are in ascending order, and those of `multiple`. `population` is that of the total; `named` says whether anyone is named in the event, yes or no. */
  readonly single: Readonly<Record<(typeof singleNames)[number], SingleColumn>>
  /** Every destination an event can be found under, as in `release_event_destination`; the authorities of the actions it is linked to. */
  readonly multiple: Readonly<Record<(typeof multipleNames)[number], MultipleColumn>>
  /** First and last possible day as the number 20240731, 0 where open; 1 where the text of a date is marked `?` `~` `%`. */
  readonly date: { readonly earliest: Uint32Array; readonly latest: Uint32Array; readonly marked: Uint8Array }
  /** The total of each event. */
  readonly total: Claims
  /** The cell of each value of `destination`. */
  readonly placed: Claims
  /** Rows of `release_named`, those of one person in one event together, those that state a destination first; `destination` is null where departure was refused. */
  readonly people: {
    readonly ids: Uint32Array
    readonly starts: Uint32Array
    readonly destination: SingleColumn
    readonly highestId: number
    /** How many people each event names, each once. */
    readonly inEvent: Uint32Array
  }
}

/** How the table `event_column` of an edition is made. */
export const eventColumnTable = 'CREATE TABLE event_column (name TEXT PRIMARY KEY, numbers BLOB NOT NULL, words TEXT) STRICT'

export type KeptColumn = { readonly name: string; readonly numbers: Buffer; readonly words: string | null }

export const eventColumnsFrom = (rows: readonly KeptColumn[]): EventColumns => {
  const byName = new Map(rows.map((row) => [row.name, row]))
  const row = (name: string): KeptColumn => {
    const found = byName.get(name)
    if (!found) throw new Error(`The edition has columns of release events, but none of ${name}`)
    return found
  }
  const bytes = (name: string): Uint8Array => new Uint8Array(bytesOf(row(name).numbers))
  const integers = (name: string): Uint32Array => new Uint32Array(bytesOf(row(name).numbers))
  const sums = (name: string): Float64Array => new Float64Array(bytesOf(row(name).numbers))
  const single = (name: string): SingleColumn => ({ words: wordsOf(row(name).words), codes: new Uint16Array(bytesOf(row(name).numbers)) })
  const multiple = (name: string): MultipleColumn => ({ ...single(name), starts: integers(`${name} starts`) })
  const claims = (of: string): Claims => ({
    lowest: sums(`${of} lowest`),
    best: sums(`${of} best`),
    highest: sums(`${of} highest`),
    flags: bytes(`${of} flags`),
  })
  const people = integers('person')
  const starts = integers('person starts')
  return {
    ids: integers('id'),
    single: { country: single('country'), basis: single('basis'), population: single('population'), named: single('named') },
    multiple: { destination: multiple('destination'), authority: multiple('authority') },
    date: { earliest: integers('earliest'), latest: integers('latest'), marked: bytes('marked') },
    total: claims('total'),
    placed: claims('placed'),
    people: {
      ids: people,
      starts,
      destination: single('person destination'),
      inEvent: countsOf(people, starts),
      highestId: people.reduce((highest, id) => Math.max(highest, id), 0),
    },
  }
}

/** How many different numbers stand between two starts; equal ones stand together. */
const countsOf = (ids: Uint32Array, starts: Uint32Array): Uint32Array =>
  starts.subarray(0, -1).map((start, place) => {
    let count = 0
    for (let row = start; row < (starts[place + 1] ?? 0); row += 1) if (row === start || ids[row] !== ids[row - 1]) count += 1
    return count
  })

/** Reads the columns once, when they are first asked for. Null: an edition published without them. */
export const eventColumnsOf = (db: Kysely<Records>): (() => Promise<EventColumns | null>) => {
  const read = async (): Promise<EventColumns | null> => {
    const { rows: found } = await sql`SELECT 1 FROM sqlite_schema WHERE name = 'event_column'`.execute(db)
    if (found.length === 0) return null
    const { rows } = await sql<KeptColumn>`SELECT name, numbers, words FROM event_column`.execute(db)
    return eventColumnsFrom(rows)
  }
  let columns: Promise<EventColumns | null> | undefined
  return () => (columns ??= read())
}

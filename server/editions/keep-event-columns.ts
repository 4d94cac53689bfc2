import type Database from 'better-sqlite3'
import { claimFlags, eventColumnTable, type KeptColumn, singleNames } from '../db/event-columns.ts'
import { Codes, bufferOf } from './column-codes.ts'

/*
 * Makes the columns that numbers, facets and charts of release events are worked out from, of what is
 * in the edition and of nothing else.
 */

type Kept = Omit<KeptColumn, 'words'> & { readonly words?: string }

type Claim = {
  readonly lowest: number | null
  readonly best: number | null
  readonly highest: number | null
  readonly open_low: number | null
  readonly open_high: number | null
}

const claimColumns = 'n.lowest, n.best, n.highest, n.open_low, n.open_high'

const keptClaims = (of: string, rows: readonly Claim[]): Kept[] => {
  const numbers = (name: 'lowest' | 'best' | 'highest'): Kept => ({
    name: `${of} ${name}`,
    numbers: bufferOf(Float64Array.from(rows, (row) => row[name] ?? 0)),
  })
  const flagsOf = ({ best, open_low, open_high }: Claim): number =>
    best === null ? 0 : claimFlags.stated + (open_low === 1 ? claimFlags.openLow : 0) + (open_high === 1 ? claimFlags.openHigh : 0)
  return [numbers('lowest'), numbers('best'), numbers('highest'), { name: `${of} flags`, numbers: bufferOf(Uint8Array.from(rows, flagsOf)) }]
}

/** Words by number in their own order, so that whoever sorts by number sorts by word. */
const ascending = (words: Iterable<string>): Codes => {
  const codes = new Codes()
  for (const word of [...new Set(words)].toSorted()) codes.of(word)
  return codes
}

const keptWords = (name: string, words: readonly string[]): Kept => {
  const codes = ascending(words)
  return { name, numbers: bufferOf(Uint16Array.from(words, (word) => codes.of(word))), words: codes.words }
}

/** Where the rows of each event begin among rows in the order of their events, and where the last ones end. */
const keptStarts = (name: string, ids: readonly number[], rows: readonly { readonly event: number }[]): Kept => {
  const starts = new Uint32Array(ids.length + 1)
  let at = 0
  for (const [place, id] of ids.entries()) {
    while (at < rows.length && (rows[at]?.event ?? 0) < id) at += 1
    starts[place] = at
  }
  starts[ids.length] = rows.length
  return { name: `${name} starts`, numbers: bufferOf(starts) }
}

const dayNumber = (column: string): string => `CAST(coalesce(replace(${column}, '-', ''), 0) AS INTEGER)`

type EventRow = Claim &
  Readonly<Record<(typeof singleNames)[number], string>> & {
    readonly event: number
    readonly earliest: number
    readonly latest: number
    readonly marked: number
  }

const events = `SELECT release_event.id AS event, release_event.country, release_event.basis,
    coalesce(claim.population, 'not_stated') AS population,
    CASE WHEN release_event.id IN (SELECT release_event_id FROM release_named WHERE source_id = 0) THEN 'yes' ELSE 'no' END AS named,
    ${dayNumber('date_earliest')} AS earliest, ${dayNumber('date_latest')} AS latest,
    NOT coalesce(date_edtf NOT GLOB '*[?~%]*', 0) AS marked, ${claimColumns}
  FROM release_event
  LEFT JOIN release_number AS n ON n.release_event_id = release_event.id AND n.source_id = 0 AND n.dimension = 'total'
  LEFT JOIN release_count AS claim ON claim.id = n.claim_id
  ORDER BY release_event.id`

const destinations = `SELECT place.release_event_id AS event, place.destination AS word, ${claimColumns}
  FROM release_event_destination AS place
  LEFT JOIN release_number AS n ON n.release_event_id = place.release_event_id AND n.source_id = 0
    AND n.dimension = 'destination' AND n.cell = place.destination
  WHERE place.source_id = 0 ORDER BY 1, 2`

const authorities = `SELECT DISTINCT link.release_event_id AS event, action.authority AS word
  FROM release_sanction AS link JOIN sanctions_action AS action ON action.id = link.sanctions_action_id ORDER BY 1, 2`

type Word = { readonly event: number; readonly word: string }

/** Those of one person in one event stand together; what they are found by where one destination is asked for comes first. */
const people = `SELECT detainee_id AS person, destination AS word FROM release_named
  WHERE release_event_id = ? AND source_id = 0
  ORDER BY detainee_id, destination IS NULL OR destination = 'not_stated', release_person_id`

type Person = { readonly person: number; readonly word: string | null }

/** Event by event: so only those of one are ever put in order. */
const keptPeople = (raw: Database.Database, ids: readonly number[]): Kept[] => {
  const own = raw.prepare<[number], Person>(people)
  const persons: number[] = []
  const words: number[] = []
  const known = new Codes()
  const starts = Uint32Array.from(ids, (id) => {
    const start = persons.length
    for (const { person, word } of own.all(id)) {
      persons.push(person)
      words.push(known.of(word))
    }
    return start
  })
  return [
    { name: 'person', numbers: bufferOf(Uint32Array.from(persons)) },
    { name: 'person starts', numbers: bufferOf(Uint32Array.from([...starts, persons.length])) },
    { name: 'person destination', numbers: bufferOf(Uint16Array.from(words)), words: known.words },
  ]
}

/** The columns of an edition whose records and derived tables are whole. */
export const eventColumnsIn = (raw: Database.Database): Kept[] => {
  const rows = raw.prepare<[], EventRow>(events).all()
  const places = raw.prepare<[], Claim & Word>(destinations).all()
  const linked = raw.prepare<[], Word>(authorities).all()
  const ids = rows.map(({ event }) => event)
  const days = (name: 'earliest' | 'latest'): Kept => ({ name, numbers: bufferOf(Uint32Array.from(rows, (row) => row[name])) })
  return [
    { name: 'id', numbers: bufferOf(Uint32Array.from(ids)) },
    ...singleNames.map((name) => keptWords(name, rows.map((row) => row[name]))),
    days('earliest'),
    days('latest'),
    { name: 'marked', numbers: bufferOf(Uint8Array.from(rows, ({ marked }) => marked)) },
    ...keptClaims('total', rows),
    keptWords('destination', places.map(({ word }) => word)),
    keptStarts('destination', ids, places),
    ...keptClaims('placed', places),
    keptWords('authority', linked.map(({ word }) => word)),
    keptStarts('authority', ids, linked),
    ...keptPeople(raw, ids),
  ]
}

/** Fills the table `event_column` of such an edition. */
export const keepEventColumns = (raw: Database.Database): void => {
  raw.exec(eventColumnTable)
  const insert = raw.prepare('INSERT INTO event_column (name, numbers, words) VALUES (?, ?, ?)')
  for (const { name, numbers, words = null } of eventColumnsIn(raw)) insert.run(name, numbers, words)
}

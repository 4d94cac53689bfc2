import { type EventDimension, refusedDeparture } from '#contract/dimensions.ts'
import type { Tally } from '#contract/stats.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Places, codesOf } from '../common/standing.ts'
import { columnsFor } from '../release-events/events-in-memory.ts'
import { axisOf, rowsOf } from './cells-in-memory.ts'
import { type Counted, ruleOf } from './counted.ts'
import { isChosenPlace } from './named-in-memory.ts'

/*
 * What people-facts.queries.ts, keys.queries.ts and people-cells.ts put into cells for the rule "named",
 * over the columns of an edition: everyone on record in an event, each for certain.
 */

/** The columns that named people are counted from; null where lives are asked of, or the tables. */
export const columnsForNamed = async (file: RecordFile, query: Counted): Promise<EventColumns | null> => {
  const rule = ruleOf(query)
  return rule === 'named' || rule === 'as_reported' ? columnsFor(file, query) : null
}

/** What one cell holds: how many events, and the people in them event by event. */
export type NamedCell = { readonly keys: readonly (string | null)[]; readonly events: number; readonly people: Uint32Array }

/** The people of one event, and the code of where each was taken. Used again for the next event. */
type Facts = { readonly people: number[]; readonly destinations: number[] }

/** As `findNamed`, event by event: one row for each person, the first that the filter chooses. */
const factsOf = (columns: EventColumns, query: Counted): ((event: number) => Facts) => {
  const { ids, starts, destination } = columns.people
  const isHere = isChosenPlace(columns, query)
  const facts: Facts = { people: [], destinations: [] }
  return (event) => {
    facts.people.length = 0
    facts.destinations.length = 0
    const end = starts[event + 1] ?? 0
    let last = -1
    for (let row = starts[event] ?? 0; row < end; row += 1) {
      const [person = 0, code = 0] = [ids[row], destination.codes[row]]
      if (person === last || isHere[code] !== 1) continue
      last = person
      facts.people.push(person)
      facts.destinations.push(code)
    }
    return facts
  }
}

/** As `Keys`: the codes of an event with these people, and those of one of them where people have their own. */
type Keys = {
  readonly width: number
  readonly keyOf: (code: number) => string | null
  readonly ofEvent: (event: number, facts: Facts) => readonly number[]
  /** By the code of a destination. */
  readonly ofPerson: Uint16Array | null
}

/** As `ofPlaces`: an event stands under its destinations, and under "refused" where someone did. */
const placeKeys = ({ people, multiple: { destination } }: EventColumns, query: Counted): Keys => {
  const words = [...destination.words.map(String), refusedDeparture].toSorted()
  const ofPlace = Uint16Array.from(destination.words, (word) => words.indexOf(String(word)))
  const ofPerson = Uint16Array.from(people.destination.words, (word) => words.indexOf(word ?? refusedDeparture))
  const refused = words.indexOf(refusedDeparture)
  const isChosen = codesOf(destination, (word) => query.destination === undefined || query.destination.some((one) => one === word))
  const ofEvent = (event: number, { destinations }: Facts): number[] => {
    const codes = destination.codes.subarray(destination.starts[event], destination.starts[event + 1])
    const places = Array.from(codes.filter((code) => isChosen[code] === 1), (code) => ofPlace[code] ?? 0)
    return destinations.some((code) => ofPerson[code] === refused) ? [...places, refused] : places
  }
  return { width: words.length, keyOf: (code) => words[code] ?? null, ofEvent, ofPerson }
}

const keysOf = (columns: EventColumns, query: Counted, dimension: EventDimension | undefined): Keys => {
  if (dimension === 'destination') return placeKeys(columns, query)
  const { width, of, keyOf } = axisOf(columns, dimension)
  const eachRow = rowsOf(columns, query, dimension === undefined ? [] : [dimension])
  const ofEvent = (event: number): number[] => {
    const codes: number[] = []
    eachRow(event, (row) => codes.push(of(row)))
    return codes
  }
  return { width, keyOf, ofEvent, ofPerson: null }
}

/** As `gather`. */
export const gatherNamed = (columns: EventColumns, query: Counted, by: readonly EventDimension[], events: Places): NamedCell[] => {
  const [first, second] = [keysOf(columns, query, by[0]), keysOf(columns, query, by[1])]
  const facts = factsOf(columns, query)
  const isOfEvents = first.ofPerson === null && second.ofPerson === null
  const cells = new Map<number, { events: number; readonly people: number[] }>()
  const cellOf = (a: number, b: number) => {
    const code = a * second.width + b
    const cell = cells.get(code) ?? { events: 0, people: [] }
    if (cell.events === 0 && cell.people.length === 0) cells.set(code, cell)
    return cell
  }
  for (const event of events) {
    const own = facts(event)
    const [as, bs] = [first.ofEvent(event, own), second.ofEvent(event, own)]
    for (const a of as) {
      for (const b of bs) {
        const cell = cellOf(a, b)
        cell.events += 1
        if (isOfEvents) for (const person of own.people) cell.people.push(person)
      }
    }
    if (isOfEvents) continue
    for (const [rank, person] of own.people.entries()) {
      const destination = own.destinations[rank] ?? 0
      for (const a of first.ofPerson ? [first.ofPerson[destination] ?? 0] : as) {
        for (const b of second.ofPerson ? [second.ofPerson[destination] ?? 0] : bs) cellOf(a, b).people.push(person)
      }
    }
  }
  return Array.from(Float64Array.from(cells.keys()).toSorted(), (code) => {
    const keys = [first.keyOf(Math.floor(code / second.width)), second.keyOf(code % second.width)]
    const { events: count, people } = cells.get(code) ?? { events: 0, people: [] }
    return { keys: keys.slice(0, by.length), events: count, people: Uint32Array.from(people) }
  })
}

/** Of the people of cells, how many have not come up before; `forget` begins anew. */
export const distinctIn = ({ people }: EventColumns) => {
  const seen = new Uint32Array(people.highestId + 1)
  let round = 1
  return {
    add: (some: Uint32Array): number => {
      let count = 0
      for (const id of some) {
        if (seen[id] !== round) count += 1
        seen[id] = round
      }
      return count
    },
    forget: (): void => {
      round += 1
    },
  }
}

/** As `tallyOf`, where everyone is counted for certain. */
export const namedTally = (events: number, releases: number, people: number): Tally => ({
  events,
  reported: { lowest: releases, best: releases, highest: releases, openLow: false, openHigh: false },
  people: { lowest: people, highest: people },
})

import { type EventDimension, isTime, notLinked } from '#contract/dimensions.ts'
import type { SingleColumn } from '../../db/columns.ts'
import type { Claims, EventColumns } from '../../db/event-columns.ts'
import { type Places, codesOf } from '../common/standing.ts'
import { unitsIn } from '../release-events/units-in-memory.ts'
import type { Cell } from './claim-cells.queries.ts'
import { Sum } from '../release-events/sum-in-memory.ts'
import { claimsOf, countedPlaces } from './claims-in-memory.ts'
import type { Counted } from './counted.ts'

/*
 * The cells that claim-cells.queries.ts groups in SQL, over the columns of an edition.
 */

/** One row of the join: an event, at one of its destinations and authorities where these are told apart. */
type Row = { event: number; destination: number; authority: number }

/** A dimension as numbers from 0 to before `width`, in the order of the keys they stand for: what has none first. */
type Axis = { readonly width: number; readonly of: (row: Row) => number; readonly keyOf: (code: number) => string | null }

const none: Axis = { width: 1, of: () => 0, keyOf: () => null }

/** An event linked to no authority stands among the words where "not linked" would. */
const authorityAxis = ({ words, codes }: SingleColumn): Axis => {
  const keys = [...words.map(String), notLinked].toSorted()
  const unlinked = keys.indexOf(notLinked)
  const of = (code: number): number => (code < unlinked ? code : code + 1)
  return { width: keys.length, of: ({ authority }) => (authority === -1 ? unlinked : of(codes[authority] ?? 0)), keyOf: (code) => keys[code] ?? null }
}

/** As `valueOf`. */
export const axisOf = ({ single, multiple, date }: EventColumns, dimension: EventDimension | undefined): Axis => {
  if (dimension === undefined) return none
  if (isTime(dimension)) {
    const { width, codes, keyOf } = unitsIn(date, dimension)
    return { width, of: ({ event }) => codes[event] ?? 0, keyOf }
  }
  if (dimension === 'sanctionsAuthority') return authorityAxis(multiple.authority)
  const { words, codes } = dimension === 'destination' ? multiple.destination : single[dimension]
  const place = dimension === 'destination' ? ({ destination }: Row) => destination : ({ event }: Row) => event
  return { width: words.length, of: (row) => codes[place(row)] ?? 0, keyOf: (code) => words[code] ?? null }
}

/** Calls back for each row of an event; an event linked to no authority has one row, at -1. */
type EachRow = (event: number, visit: (row: Row) => void) => void

/** As the joins of `place` and `linked`. */
export const rowsOf = (columns: EventColumns, query: Counted, by: readonly EventDimension[]): EachRow => {
  const { destination, authority } = columns.multiple
  const isPlace = countedPlaces(columns, query)
  const isAuthority = codesOf(authority, (word) => query.sanctionsAuthority === undefined || query.sanctionsAuthority.some((one) => one === word))
  const row: Row = { event: -1, destination: -1, authority: -1 }
  const atPlaces = (visit: (row: Row) => void): void => {
    if (!by.includes('destination')) return visit(row)
    const end = destination.starts[row.event + 1] ?? 0
    for (row.destination = destination.starts[row.event] ?? 0; row.destination < end; row.destination += 1) {
      if (isPlace(row.event, row.destination)) visit(row)
    }
  }
  if (!by.includes('sanctionsAuthority')) {
    return (event, visit) => {
      row.event = event
      atPlaces(visit)
    }
  }
  return (event, visit) => {
    row.event = event
    let isLinked = false
    const end = authority.starts[event + 1] ?? 0
    for (let at = authority.starts[event] ?? 0; at < end; at += 1) {
      if (isAuthority[authority.codes[at] ?? 0] !== 1) continue
      isLinked = true
      row.authority = at
      atPlaces(visit)
    }
    row.authority = -1
    if (!isLinked) atPlaces(visit)
  }
}

/** As `findClaimCells`. */
export const cellsIn = (columns: EventColumns, query: Counted, by: readonly EventDimension[], events: Places): Cell[] => {
  const [first, second] = [axisOf(columns, by[0]), axisOf(columns, by[1])]
  const eachRow = rowsOf(columns, query, by)
  const eachClaim = claimsOf(columns, query)
  const byPlace = by.includes('destination')
  const sums = new Map<number, Sum>()
  let sum = new Sum()
  const addClaim = (claims: Claims, at: number): void => sum.addClaim(claims, at)
  const addRow = (row: Row): void => {
    const cell = first.of(row) * second.width + second.of(row)
    const known = sums.get(cell)
    sum = known ?? new Sum()
    if (known === undefined) sums.set(cell, sum)
    sum.addEvent(row.event)
    if (byPlace) sum.addClaim(columns.placed, row.destination)
    else eachClaim(row.event, addClaim)
  }
  for (const event of events) eachRow(event, addRow)
  return Array.from(Float64Array.from(sums.keys()).toSorted(), (cell) => {
    const keys = [first.keyOf(Math.floor(cell / second.width)), second.keyOf(cell % second.width)]
    return { keys: keys.slice(0, by.length), ...(sums.get(cell) ?? new Sum()).tally }
  })
}

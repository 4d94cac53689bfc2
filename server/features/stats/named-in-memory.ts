import type { Interval } from '#contract/common.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import { type Claims, type EventColumns, claimFlags } from '../../db/event-columns.ts'
import { type Places, codesOf } from '../common/standing.ts'
import { claimsOf } from './claims-in-memory.ts'

/*
 * What unnamed.queries.ts counts in SQL, counted over the columns of an edition.
 */

/** How many people of an event have one of the destinations: 1 by code where it is one. Each once. */
const countHere = ({ people }: EventColumns, isHere: Uint8Array, event: number): number => {
  const { ids, starts, destination } = people
  const end = starts[event + 1] ?? 0
  let [count, last] = [0, -1]
  for (let row = starts[event] ?? 0; row < end; row += 1) {
    const id = ids[row] ?? 0
    if (id === last || isHere[destination.codes[row] ?? 0] !== 1) continue
    last = id
    count += 1
  }
  return count
}

/** Those the destinations of a filter choose; without any, everyone, refused ones too. */
export const isChosenPlace = ({ people }: EventColumns, { destination }: ReleaseEventFilter): Uint8Array =>
  codesOf(people.destination, (word) => destination === undefined || (word !== null && destination.includes(word)))

/** Whether anyone is named in an event, at the destinations of a filter. */
export const isNamedIn = (columns: EventColumns, filter: ReleaseEventFilter): ((event: number) => boolean) => {
  const isHere = isChosenPlace(columns, filter)
  const { starts, destination } = columns.people
  return (event) => destination.codes.subarray(starts[event], starts[event + 1]).some((code) => isHere[code] === 1)
}

/** How many people an event names at the destinations of a filter. */
const namedOf = (columns: EventColumns, filter: ReleaseEventFilter): ((event: number) => number) => {
  if (filter.destination === undefined) return (event) => columns.people.inEvent[event] ?? 0
  const isHere = isChosenPlace(columns, filter)
  return (event) => countHere(columns, isHere, event)
}

/** As the releases of `countNamedPeople`. */
export const releasesIn = (columns: EventColumns, filter: ReleaseEventFilter, events: Places): number => {
  const named = namedOf(columns, filter)
  return events.reduce((sum, event) => sum + named(event), 0)
}

/** As the people of `countNamedPeople`. */
export const peopleIn = (columns: EventColumns, filter: ReleaseEventFilter, events: Places): number => {
  const { ids, starts, destination, highestId } = columns.people
  const isHere = isChosenPlace(columns, filter)
  const isCounted = new Uint8Array(highestId + 1)
  let people = 0
  for (const event of events) {
    const end = starts[event + 1] ?? 0
    for (let row = starts[event] ?? 0; row < end; row += 1) {
      const id = ids[row] ?? 0
      if (isCounted[id] === 1 || isHere[destination.codes[row] ?? 0] !== 1) continue
      isCounted[id] = 1
      people += 1
    }
  }
  return people
}

/** As `countUnnamed`. */
export const unnamedIn = (columns: EventColumns, filter: ReleaseEventFilter, events: Places): Interval => {
  const named = namedOf(columns, filter)
  const chosen = filter.destination
  const mayBeHere = codesOf(columns.people.destination, (word) => chosen !== undefined && !chosen.includes('not_stated') && word === 'not_stated')
  const eachClaim = claimsOf(columns, { ...filter, rule: 'as_reported' })
  const sum = { lowest: 0, highest: 0, flags: 0 }
  for (const event of events) {
    const own = { lowest: 0, highest: 0, flags: 0 }
    eachClaim(event, (claims: Claims, at) => {
      own.lowest += claims.lowest[at] ?? 0
      own.highest += claims.highest[at] ?? 0
      own.flags |= claims.flags[at] ?? 0
    })
    if (own.flags === 0) continue
    const here = named(event)
    const perhaps = chosen === undefined ? 0 : countHere(columns, mayBeHere, event)
    if ((own.flags & claimFlags.openLow) === 0) sum.lowest += Math.max(0, own.lowest - here - perhaps)
    sum.highest += Math.max(0, own.highest - here)
    sum.flags |= own.flags
  }
  return { lowest: sum.lowest, highest: (sum.flags & claimFlags.openHigh) === 0 ? sum.highest : null }
}

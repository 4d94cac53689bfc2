import type { Interval } from '#contract/common.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import { type Claims, type EventColumns, claimFlags } from '../../db/event-columns.ts'
import { type Places, codesOf } from '../common/standing.ts'
import { claimsOf } from './claims-in-memory.ts'

/*
 * What unnamed.queries.ts counts in SQL, counted over the columns of an edition.
 */

/** Calls back once for each person of an event who has one of the destinations in it: 1 by code where it is one. */
const eachPerson = ({ people }: EventColumns, event: number, isHere: Uint8Array, visit: (id: number) => void): void => {
  const { ids, starts, destination } = people
  const end = starts[event + 1] ?? 0
  let last = -1
  for (let row = starts[event] ?? 0; row < end; row += 1) {
    const id = ids[row] ?? 0
    if (id === last || isHere[destination.codes[row] ?? 0] !== 1) continue
    last = id
    visit(id)
  }
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

/** As `countNamedPeople`. */
export const namedIn = (columns: EventColumns, filter: ReleaseEventFilter, events: Places): { people: number; releases: number } => {
  const isHere = isChosenPlace(columns, filter)
  const isCounted = new Uint8Array(columns.people.highestId + 1)
  const counts = { people: 0, releases: 0 }
  const count = (id: number): void => {
    counts.releases += 1
    if (isCounted[id] === 0) counts.people += 1
    isCounted[id] = 1
  }
  for (const event of events) eachPerson(columns, event, isHere, count)
  return counts
}

/** As `countUnnamed`. */
export const unnamedIn = (columns: EventColumns, filter: ReleaseEventFilter, events: Places): Interval => {
  const isHere = isChosenPlace(columns, filter)
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
    let [here, perhaps] = [0, 0]
    eachPerson(columns, event, isHere, () => (here += 1))
    if (chosen !== undefined) eachPerson(columns, event, mayBeHere, () => (perhaps += 1))
    if ((own.flags & claimFlags.openLow) === 0) sum.lowest += Math.max(0, own.lowest - here - perhaps)
    sum.highest += Math.max(0, own.highest - here)
    sum.flags |= own.flags
  }
  return { lowest: sum.lowest, highest: (sum.flags & claimFlags.openHigh) === 0 ? sum.highest : null }
}

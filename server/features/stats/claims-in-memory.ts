import type { Tally } from '#contract/stats.ts'
import type { Claims, EventColumns } from '../../db/event-columns.ts'
import type { SingleColumn } from '../../db/columns.ts'
import { type Places, codesOf } from '../common/standing.ts'
import { Sum } from '../release-events/sum-in-memory.ts'
import { type Counted, ruleOf } from './counted.ts'

/*
 * What claim-cells.queries.ts adds up in SQL, added up over the columns of an edition.
 */

/** Whether a row of `destination` is one that a query counts: chosen, and abroad where its rule asks for that. */
type IsCountedPlace = (event: number, row: number) => boolean

/** As `isAbroad`: the code of the destination that each country is, none of which is "not stated". */
const abroadOf = (single: SingleColumn, destination: SingleColumn) => {
  const codeOfOwn = single.words.map((country) => destination.words.indexOf(country))
  const notStated = destination.words.indexOf('not_stated')
  return (event: number, code: number): boolean => code !== notStated && code !== codeOfOwn[single.codes[event] ?? 0]
}

export const countedPlaces = ({ single, multiple: { destination } }: EventColumns, query: Counted): IsCountedPlace => {
  const { codes } = destination
  const isChosen = codesOf(destination, (word) => query.destination === undefined || (word !== null && query.destination.includes(word)))
  const isAbroad = ruleOf(query) === 'taken_abroad' ? abroadOf(single.country, destination) : () => true
  return (event, row) => {
    const code = codes[row] ?? 0
    return isChosen[code] === 1 && isAbroad(event, code)
  }
}

/** Calls back for each claim of an event that a query counts where destinations are not told apart. */
export type EachClaim = (event: number, visit: (claims: Claims, at: number) => void) => void

/** As `countedClaims`. */
export const claimsOf = (columns: EventColumns, query: Counted): EachClaim => {
  const { total, placed } = columns
  if (ruleOf(query) !== 'taken_abroad' && query.destination === undefined) {
    return (event, visit) => {
      if (total.flags[event] !== 0) visit(total, event)
    }
  }
  const { starts } = columns.multiple.destination
  const isCounted = countedPlaces(columns, query)
  return (event, visit) => {
    const end = starts[event + 1] ?? 0
    for (let row = starts[event] ?? 0; row < end; row += 1) {
      if (placed.flags[row] !== 0 && isCounted(event, row)) visit(placed, row)
    }
  }
}

/** What some events add up to. */
export const tallyIn = (columns: EventColumns, query: Counted, events: Places): Tally => {
  const eachClaim = claimsOf(columns, query)
  const sum = new Sum()
  const add = (claims: Claims, at: number): void => sum.addClaim(claims, at)
  for (const event of events) {
    sum.addEvent(event)
    eachClaim(event, add)
  }
  return sum.tally
}

type IsClaim = (claims: Claims, at: number) => boolean

/** Whether an event has a number that the filter adds up, as reported, and of which the condition holds. */
export const hasClaimIn = (columns: EventColumns, filter: Counted, condition: IsClaim = () => true): ((event: number) => boolean) => {
  const eachClaim = claimsOf(columns, { ...filter, rule: 'as_reported' })
  let has = false
  const look = (claims: Claims, at: number): void => {
    has ||= condition(claims, at)
  }
  return (event) => {
    has = false
    eachClaim(event, look)
    return has
  }
}

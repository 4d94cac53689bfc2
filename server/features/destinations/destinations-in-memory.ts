import type { DestinationRow } from '#contract/destinations.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import { divide, sizesOf } from '../common/standing.ts'
import { Sum } from '../release-events/sum-in-memory.ts'

/*
 * What destinations.queries.ts adds up for each destination, over the columns of an edition: the same
 * whatever is asked, so it is worked out once.
 */

export type PlaceNumbers = Pick<DestinationRow, 'reported' | 'taken' | 'stayed' | 'events' | 'stayedEvents' | 'named'>

/** As `findReportedByPlace`: null where no event has a number for the place. */
const reportedOf = (sum: Sum): DestinationRow['reported'] => (sum.tally.events === 0 ? null : sum.reported)

/** As `countNamedByPlace`, by the code of a place. */
const countNamed = ({ people }: EventColumns): number[] => {
  const { ids, destination, highestId } = people
  const { codes, words } = destination
  const seenAt = new Uint16Array(highestId + 1)
  return divide(codes, sizesOf(codes, words.length), words.length).map((rows, code) => {
    let count = 0
    for (const row of rows) {
      const id = ids[row] ?? 0
      if (seenAt[id] !== code + 1) count += 1
      seenAt[id] = code + 1
    }
    return count
  })
}

const numbersOf = (columns: EventColumns): Map<string, PlaceNumbers> => {
  const { single, multiple, placed, people } = columns
  const { words, codes, starts } = multiple.destination
  const own = single.country.words.map((country) => words.indexOf(country))
  const sums = words.map((word) => ({ word, reported: new Sum(), taken: new Sum(), stayed: new Sum(), events: 0, stayedEvents: 0 }))
  for (let event = 0; event < columns.ids.length; event += 1) {
    const country = own[single.country.codes[event] ?? 0]
    for (let row = starts[event] ?? 0; row < (starts[event + 1] ?? 0); row += 1) {
      const code = codes[row] ?? 0
      const sum = sums[code]
      if (!sum) continue
      sum.events += 1
      if (code === country) sum.stayedEvents += 1
      if (placed.flags[row] === 0) continue
      for (const one of [sum.reported, code === country ? sum.stayed : sum.taken]) {
        one.addEvent(event)
        one.addClaim(placed, row)
      }
    }
  }
  const named = countNamed(columns)
  return new Map(
    sums.map(({ word, reported, taken, stayed, events, stayedEvents }) => {
      const numbers = { reported: reportedOf(reported), taken: reportedOf(taken), stayed: reportedOf(stayed), events, stayedEvents }
      return [String(word), { ...numbers, named: named[people.destination.words.indexOf(word)] ?? 0 }]
    }),
  )
}

const kept = new WeakMap<EventColumns, Map<string, PlaceNumbers>>()

/** By country code; what no event has as a destination is absent. */
export const placeNumbersIn = (columns: EventColumns): ReadonlyMap<string, PlaceNumbers> => {
  const numbers = kept.get(columns) ?? numbersOf(columns)
  kept.set(columns, numbers)
  return numbers
}

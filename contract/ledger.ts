import { Count, Interval } from './common.ts'
import { z } from './zod.ts'

/**
 * Who is accounted for in one event. `named` counts distinct people; one who refused to
 * leave is named but in no destination. The unnamed are intervals, because a named person
 * whose destination is not stated may belong to any of them.
 */
export const Ledger = z
  .object({
    claimed: Count.extend({ claimId: z.number().int().nullable() }).nullable(),
    named: z.number().int(),
    unnamed: Interval.nullable(),
    byDestination: z.array(
      z.object({ code: z.string(), claimed: Count.nullable(), named: z.number().int(), unnamed: Interval.nullable() }),
    ),
    namedDestinationNotStated: z.number().int(),
    /** What is left of the total beside the cells, at its used number; below zero where cells exceed it. */
    notPlaced: z.number().int().nullable(),
  })
  .meta({ id: 'Ledger' })
export type Ledger = z.infer<typeof Ledger>

export type LedgerInput = {
  readonly total: (Count & { readonly claimId: number | null }) | null
  /** The partition's used cells and bands, by country code. */
  readonly cells: readonly (Count & { readonly code: string })[]
  /** Distinct named people by destination; `null` is one who refused to leave. */
  readonly named: readonly { readonly destination: string | null; readonly people: number }[]
}

const highestOf = (count: Count): number | null => (count.openHigh ? null : count.highest)

/** Rule: DESIGN section 4, "Every event has a ledger". Named people are never added to a claimed total. */
export const makeLedger = ({ total, cells, named }: LedgerInput): Ledger => {
  const namedIn = (code: string | null) => named.find((row) => row.destination === code)?.people ?? 0
  const floating = namedIn('not_stated')
  const everyone = named.reduce((sum, row) => sum + row.people, 0)
  const placedBest = cells.reduce((sum, cell) => sum + cell.best, 0)
  const addsUp = total !== null && cells.length > 0 && placedBest === total.best

  /** How many more people a cell could hold beside those named in it; null = no bound. */
  const room = (cell: Count & { code: string }): number | null => {
    const highest = highestOf(cell)
    return highest === null ? null : Math.max(0, highest - namedIn(cell.code))
  }

  const unnamedOf = (cell: Count & { code: string }): Interval => {
    const here = namedIn(cell.code)
    const lowest = cell.openLow ? 0 : Math.max(0, cell.lowest - here - floating)
    const own = room(cell)
    if (own === null) return { lowest, highest: null }
    const elsewhere = cells
      .filter((other) => other.code !== cell.code)
      .reduce<number | null>((sum, other) => {
        const free = room(other)
        return sum === null || free === null ? null : sum + free
      }, 0)
    // Where the cells make the whole total, whoever does not fit elsewhere must be here.
    const mustBeHere = addsUp && elsewhere !== null ? Math.max(0, floating - elsewhere) : 0
    return { lowest, highest: Math.max(lowest, own - mustBeHere) }
  }

  const codes = new Set([
    ...cells.map((cell) => cell.code),
    ...named.flatMap((row) => (row.destination === null || row.destination === 'not_stated' ? [] : [row.destination])),
  ])

  const unnamed: Interval | null =
    total === null
      ? null
      : {
          lowest: total.openLow ? 0 : Math.max(0, total.lowest - everyone),
          highest: total.openHigh ? null : Math.max(0, total.highest - everyone),
        }

  return {
    claimed: total,
    named: everyone,
    unnamed,
    byDestination: [...codes].map((code) => {
      const cell = cells.find((candidate) => candidate.code === code)
      return {
        code,
        claimed: cell
          ? { lowest: cell.lowest, best: cell.best, highest: cell.highest, openLow: cell.openLow, openHigh: cell.openHigh }
          : null,
        named: namedIn(code),
        // Where the total leaves nobody unnamed, no place does.
        unnamed: cell ? unnamedOf(cell) : unnamed?.highest === 0 ? unnamed : null,
      }
    }),
    namedDestinationNotStated: floating,
    notPlaced: total === null ? null : total.best - placedBest,
  }
}

/** What the places leave of an event's total, and how far people on record explain it. */
export type LeftOver = {
  /** Named people who refused to leave: in no destination, and yet in the total. */
  readonly refused: number
  /** How many are left, at the used numbers, whom neither a place nor a named person accounts for; null without a total. */
  readonly others: number | null
  /** True where someone's destination is stated by nobody. */
  readonly someNotStated: boolean
}

/**
 * A named person whose destination no claim counts is part of what the claims leave. A named
 * person without a destination is not, where the places make the whole total.
 */
export const leftOver = ({ claimed, named, byDestination, namedDestinationNotStated, notPlaced }: Ledger): LeftOver => {
  const placed = byDestination.reduce((sum, place) => sum + place.named, 0)
  const refused = named - placed - namedDestinationNotStated
  const unclaimed = byDestination.reduce((sum, place) => sum + (place.claimed === null ? place.named : 0), 0)
  // A total that no source claims is only the sum of the places.
  const others = claimed === null || claimed.claimId === null || notPlaced === null ? null : Math.max(0, notPlaced - unclaimed - refused)
  return { refused, others, someNotStated: others === null ? namedDestinationNotStated > 0 || (byDestination.length === 0 && refused === 0) : others > 0 }
}

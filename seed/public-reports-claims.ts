import type { ReleaseCount } from './batch.ts'
import { evidenceOf, exactCount } from './parts.ts'
import type { ReportedClaim, ReportedEvent } from './public-reports-file.ts'

type Cell = Pick<ReleaseCount, 'dimension' | 'cell'>

const cellOf = (claim: ReportedClaim): Cell =>
  'total' in claim ? { dimension: 'total', cell: 'all' } : { dimension: claim.dimension, cell: claim.cell }

const isSame = (one: Cell, other: Cell): boolean => one.dimension === other.dimension && one.cell === other.cell

/** Sexes, destinations and the total add up; other groups cut across unless the report says otherwise. */
const relationOf = (claim: ReportedClaim): ReleaseCount['relation'] => {
  if ('total' in claim) return 'partition'
  const cutsAcross = claim.dimension === 'nationality' || claim.dimension === 'offence_group'
  return claim.relation ?? (cutsAcross ? 'overlap' : 'partition')
}

const stateOf = (claim: ReportedClaim, rivals: readonly ReportedClaim[]): ReleaseCount['state'] => {
  if (claim.used !== undefined) return claim.used ? 'used' : 'other'
  if (rivals.length > 1) throw new Error('Where several claims stand for one cell, the file says which one is used.')
  return 'used'
}

/**
 * The claims of a reported event. A cell that is `alreadyUsed` keeps its used claim: the report's
 * own stands beside it.
 */
export const countsOf = (event: ReportedEvent, alreadyUsed: readonly Cell[] = []): readonly ReleaseCount[] =>
  event.claims.map((claim) => {
    const cell = cellOf(claim)
    const isTaken = alreadyUsed.some((used) => isSame(used, cell))
    const rivals = event.claims.filter((rival) => isSame(cellOf(rival), cell))
    const best = 'total' in claim ? claim.total : claim.n
    const asserts = 'note' in claim ? `${best} ${claim.note}` : String(best)
    const population = 'total' in claim ? claim.population : 'not_stated'
    return exactCount({
      ...cell,
      relation: relationOf(claim),
      best,
      population,
      state: isTaken ? 'other' : stateOf(claim, rivals),
      evidence: [
        evidenceOf(claim.source, 'best', { asserts }),
        ...(population === 'not_stated' ? [] : [evidenceOf(claim.source, 'population', { asserts: population })]),
      ],
    })
  })

/** The total that numbers use, with the report it comes from. */
export const usedTotalOf = (event: ReportedEvent): { readonly total: number; readonly source: string } => {
  const total = event.claims.find((claim) => 'total' in claim && claim.used !== false)
  if (total === undefined || !('total' in total)) throw new Error(`The event ${event.key} has no total that is used.`)
  return total
}

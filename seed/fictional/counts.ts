import { populationLabels } from '#contract/codes.ts'
import type { ReleaseCount, ReleasePerson, Source } from '../batch.ts'
import { inTurn, type Random } from './random.ts'
import type { Cite } from './sources.ts'

/*
 * What sources say of how many were released: every way in which they say it, agree and disagree.
 */

type Group = Pick<ReleaseCount, 'dimension' | 'cell'> & Partial<Pick<ReleaseCount, 'relation' | 'state' | 'qualifier'>>
type Bounds = Pick<ReleaseCount, 'lowest' | 'best' | 'highest' | 'qualifier'>

/** The event whose claims are made: its people, the places it went to, and the turn that decides its shape. */
export type Scene = {
  readonly turn: number
  readonly people: readonly ReleasePerson[]
  readonly destinations: readonly string[]
  readonly random: Random
  readonly cite: Cite
  readonly copies: readonly Source[]
}

/** The shapes an event's claims take in turn. */
export const shapes = [
  'total',
  'adds up',
  'cells below the total',
  'cells above the total',
  'cells without a total',
  'at least',
  'at most',
  'about, unbounded',
  'about, bounded',
  'range',
  'conflict',
  'conflicting cells',
  'cuts across',
  'only people',
  'a copy disagrees',
] as const
export type Shape = (typeof shapes)[number]

const populations = Object.keys(populationLabels) as (keyof typeof populationLabels)[]

const bounds: Readonly<Record<'at least' | 'at most' | 'about, unbounded' | 'about, bounded' | 'range', (best: number) => Bounds>> = {
  'at least': (best) => ({ qualifier: 'at_least', lowest: best, best, highest: null }),
  'at most': (best) => ({ qualifier: 'at_most', lowest: null, best, highest: best }),
  'about, unbounded': (best) => ({ qualifier: 'about', lowest: null, best, highest: null }),
  'about, bounded': (best) => ({ qualifier: 'about', lowest: best - Math.floor(best / 10), best, highest: best + 5 }),
  range: (best) => ({ qualifier: 'range', lowest: best - Math.floor(best / 8), best, highest: best + 4 }),
}

const exactly = (best: number): Bounds => ({ qualifier: 'exact', lowest: best, best, highest: best })

const claim = ({ turn, random, cite }: Scene, group: Group, values: Bounds, source?: Source): ReleaseCount => ({
  relation: 'partition',
  state: 'used',
  ...group,
  ...values,
  population: inTurn(populations, turn),
  saidBy: random.chance(0.3) ? 'An invented official' : null,
  evidence: [cite('best', String(values.best), source)],
})

const total: Group = { dimension: 'total', cell: 'all' }
const goingTo = (cell: string): Group => ({ dimension: 'destination', cell })
const named = ({ people }: Scene, code: string): number => people.filter(({ destination }) => destination === code).length

/** Claims by destination and their sum: room for everyone named, and for one more in each place. */
const byDestination = (scene: Scene): { readonly claims: readonly ReleaseCount[]; readonly sum: number } => {
  const elsewhere = scene.people.filter(({ destination }) => destination === null).length
  const claims = scene.destinations.map((code, index) => {
    const room = index === 0 ? elsewhere : 0
    return claim(scene, goingTo(code), exactly(named(scene, code) + room + scene.random.int(1, 20)))
  })
  return { claims, sum: claims.reduce((sum, { best }) => sum + best, 0) }
}

const cuttingAcross = (scene: Scene, best: number): readonly ReleaseCount[] => {
  const women = scene.random.int(0, best)
  return [
    claim(scene, { dimension: 'sex', cell: 'f' }, exactly(women)),
    claim(scene, { dimension: 'sex', cell: 'm' }, exactly(best - women)),
    claim(scene, { dimension: 'nationality', cell: 'XV', relation: 'overlap' }, exactly(scene.random.int(0, best))),
    claim(scene, { dimension: 'nationality', cell: 'LT', relation: 'overlap' }, exactly(scene.random.int(0, 3))),
    claim(scene, { dimension: 'offence_group', cell: 'extremism', relation: 'overlap' }, exactly(scene.random.int(0, best))),
  ]
}

/** The claims of an event in the given shape; none of their totals is below the people named. */
export const inventCounts = (shape: Shape, scene: Scene): readonly ReleaseCount[] => {
  const { people, random } = scene
  const best = people.length + random.int(0, 60)
  switch (shape) {
    case 'only people':
      return []
    case 'total':
      return [claim(scene, total, exactly(best))]
    case 'adds up':
    case 'cells below the total':
    case 'cells above the total': {
      const { claims, sum } = byDestination(scene)
      const off = { 'adds up': 0, 'cells below the total': random.int(1, 30), 'cells above the total': -1 }[shape]
      return [claim(scene, total, exactly(sum + off)), ...claims]
    }
    case 'cells without a total':
      return byDestination(scene).claims
    case 'conflict':
      return [
        claim(scene, total, exactly(best)),
        claim(scene, { ...total, state: 'other' }, exactly(best + random.int(1, 9))),
        claim(scene, { ...total, state: 'other' }, bounds['at least'](Math.max(1, best - 2))),
        claim(scene, { ...total, state: 'rejected' }, exactly(best * 3 + 100)),
      ]
    case 'conflicting cells': {
      const { claims, sum } = byDestination(scene)
      const rivals = claims.map(({ cell, best: used }) => claim(scene, { ...goingTo(cell), state: 'other' }, exactly(used + 1)))
      return [claim(scene, total, exactly(sum)), ...claims, ...rivals]
    }
    case 'cuts across':
      return [claim(scene, total, exactly(best)), ...cuttingAcross(scene, best)]
    case 'a copy disagrees': {
      const copy = scene.copies[scene.turn % scene.copies.length]
      return [
        claim(scene, total, exactly(best)),
        ...(copy === undefined ? [] : [claim(scene, { ...total, state: 'other' }, exactly(best + 1000), copy)]),
      ]
    }
    default:
      return [claim(scene, total, bounds[shape](best))]
  }
}

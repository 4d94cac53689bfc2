import { type Extent, noExtent } from './extent.ts'
import { type Drawing, type Mark, type Spot, fitted, line, round, textSize, textWidth } from './drawing.ts'
import { type SeriesLook, seriesLook } from './series-patterns.ts'

export type BarPart = { readonly series: string; readonly value: number }

export type BarRow = {
  readonly key: string
  readonly label: string
  /** The number in full, as it stands beside the bar. */
  readonly text: string
  /** One after the other along the bar; below zero nothing is drawn. */
  readonly parts: readonly BarPart[]
  /** From the lowest to the highest; null where nothing bounds it. Left out where there is none to draw. */
  readonly band?: { readonly lowest: number; readonly highest: number | null }
}

const rowHeight = 42
const barHeight = 16

/** More rows than this are left to the table. */
export const mostBars = 40

/** Bars with their names and numbers in full above them, and the band of each as a line with ends. */
export const drawBars = (
  rows: readonly BarRow[],
  series: readonly { readonly key: string; readonly name: string }[],
  width: number,
  extent: Extent = barsExtent(rows),
): Drawing => {
  const looks = new Map(series.map(({ key }, index) => [key, seriesLook(key, index)]))
  const most = Math.max(1, extent.most)
  const at = (value: number): number => round((Math.max(0, value) / most) * (width - 8))
  const drawn = rows.slice(0, mostBars)
  const marks = drawn.flatMap((row, index): Mark[] => [
    ...wordsOf(row, index * rowHeight, width),
    ...barOf(row, index * rowHeight + 20, at, looks),
    ...bandOf(row, index * rowHeight + 20, at, width),
  ])
  const spots = drawn.map(({ key, label, text }, index): Spot => ({
    key,
    label: `${label}: ${text}`,
    x: 0,
    y: index * rowHeight,
    width,
    height: rowHeight - 2,
  }))
  const legend = series.length < 2 ? [] : series.map(({ key, name }, index) => ({ key, look: seriesLook(key, index), name }))
  return { width, height: Math.max(1, drawn.length) * rowHeight, marks, spots, legend }
}

/** How far the longest bar or band reaches. */
export const barsExtent = (rows: readonly BarRow[]): Extent => ({ ...noExtent, most: Math.max(0, ...rows.map(reachOf)) })

const reachOf = ({ parts, band }: BarRow): number =>
  Math.max(parts.reduce((sum, { value }) => sum + Math.max(0, value), 0), band?.highest ?? 0, band?.lowest ?? 0)

const wordsOf = ({ label, text }: BarRow, y: number, width: number): Mark[] => {
  const numberWidth = Math.min(textWidth(text), width / 2)
  return [
    { kind: 'text', x: 0, y: y + 14, text: fitted(label, width - numberWidth - 8) },
    { kind: 'text', x: width, y: y + 14, text: fitted(text, Math.max(numberWidth, width / 2)), anchor: 'end', size: textSize },
  ]
}

const barOf = (
  { parts }: BarRow,
  y: number,
  at: (value: number) => number,
  looks: ReadonlyMap<string, SeriesLook>,
): Mark[] => {
  let reached = 0
  return parts.flatMap(({ series, value }): Mark[] => {
    const from = reached
    reached += Math.max(0, value)
    const fill = looks.get(series) ?? seriesLook(series, 0)
    return value <= 0 ? [] : [{ kind: 'rect', x: at(from), y, width: Math.max(1, at(reached) - at(from)), height: barHeight, fill }]
  })
}

/** An open end is an arrow to the edge of the picture. */
const bandOf = ({ band }: BarRow, y: number, at: (value: number) => number, width: number): Mark[] => {
  if (band === undefined) return []
  const middle = y + barHeight / 2
  const end = band.highest === null ? width - 2 : at(band.highest)
  const tip: Mark =
    band.highest === null
      ? { kind: 'path', d: `M${round(end - 5)} ${middle - 4}L${round(end)} ${middle}L${round(end - 5)} ${middle + 4}`, stroke: 'ink', width: 1.5 }
      : line(end, middle - 5, end, middle + 5, 'ink', 1.5)
  const [from, to] = [at(band.lowest), end]
  return [
    // Told apart from what it lies on, whatever that is.
    line(from, middle, to, middle, 'sheet', 4),
    line(from, middle, to, middle, 'ink', 1.5),
    line(from, middle - 5, from, middle + 5, 'ink', 1.5),
    tip,
  ]
}

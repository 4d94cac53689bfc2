import type { Links } from '../stats-links.ts'
import { type Drawing, type Mark, type Spot, fitted, line, round, textWidth, wrapped } from './drawing.ts'
import { type Extent, noExtent } from './extent.ts'
import { type ActionItem, type ReleaseItem, around, lanesOf, rowsFor } from './lane-layout.ts'
import { actionWords, linkWords, releaseWords } from './link-words.ts'
import { type TimeAxis, timeAxis } from './time-axis.ts'

const rowHeight = 20
const lineHeight = 18
const edge = 10

type Place = { readonly x: number; readonly y: number }
type Drawn = { marks: Mark[]; spots: Spot[]; places: Map<string, Place>; height: number }

/** The first and the last day of all that has a date. */
export const lanesExtent = (links: Links): Extent => {
  const span = around(lanesOf(links).flatMap(({ items }) => items.map((item) => item.span)))
  return { ...noExtent, keys: span === null ? [] : [span.from, span.to] }
}

/**
 * Releases above, sanctions actions by authority below, on one axis of time; what has no date in
 * a lane of its own. Each link is a numbered line, and its wording stands under the picture.
 */
export const drawLanes = (links: Links, width: number, extent: Extent = lanesExtent(links)): Drawing => {
  const lanes = lanesOf(links)
  const axis = timeAxis(extent.keys[0] ?? '2000-01-01', extent.keys.at(-1) ?? '2000-12-31', edge, width - edge)
  const drawn: Drawn = { marks: [], spots: [], places: new Map(), height: 0 }
  drawSigns(drawn, width)
  const top = drawn.height
  for (const lane of lanes) drawLane(drawn, lane.title, lane.items, axis, width)
  const grid = axis.marks(top, drawn.height)
  drawn.height += 30
  drawUndated(drawn, links, width)
  const lines = drawLinks(drawn, links, width)
  return { width, height: drawn.height, marks: [...grid, ...lines, ...drawn.marks], spots: drawn.spots, legend: [] }
}

const releaseSign = (x: number, y: number): Mark => ({ kind: 'path', d: `M${round(x)} ${y - 7}l7 7l-7 7l-7 -7Z`, fill: 'series-1', stroke: 'sheet' })
const circle = (x: number, y: number, r: number) => `M${round(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
const dateSigns: Readonly<Record<ActionItem['dates'][number]['name'], (x: number, y: number) => Mark>> = {
  announced: (x, y) => ({ kind: 'path', d: circle(x, y, 5), fill: 'sheet', stroke: 'ink', width: 1.5 }),
  issued: (x, y) => ({ kind: 'rect', x: x - 5, y: y - 5, width: 10, height: 10, fill: 'ink' }),
  effective: (x, y) => ({ kind: 'path', d: `M${round(x)} ${y - 6}l6 11h-12Z`, fill: 'ink' }),
  expires: (x, y) => ({ kind: 'path', d: `M${round(x - 4)} ${y - 5}l8 10m0 -10l-8 10`, stroke: 'ink', width: 2.5 }),
}
/** Beside its last date, for the day it ended is not known. */
const endedSign = (x: number, y: number): Mark => ({ kind: 'path', d: `M${round(x + 9)} ${y - 5}l8 10m0 -10l-8 10`, stroke: 'ink', width: 1.5, dash: '2 1.5' })

/** What each sign means, above the lanes. */
const drawSigns = (drawn: Drawn, width: number): void => {
  const signs = [
    ['Release', releaseSign],
    ['Announced', dateSigns.announced],
    ['Issued', dateSigns.issued],
    ['In effect', dateSigns.effective],
    ['Ends by its terms', dateSigns.expires],
    ['Ended (day not known)', (x: number, y: number) => endedSign(x - 13, y)],
  ] as const
  let [x, y] = [edge, 10]
  for (const [name, sign] of signs) {
    const wide = textWidth(name, 12) + 34
    if (x + wide > width && x > edge) [x, y] = [edge, y + lineHeight]
    drawn.marks.push(sign(x, y), { kind: 'text', x: x + 14, y: y + 4, text: name, size: 12, colour: 'muted' })
    x += wide
  }
  drawn.height = y + 16
}

const drawLane = (drawn: Drawn, title: string, items: readonly (ReleaseItem | ActionItem)[], axis: TimeAxis, width: number): void => {
  const top = drawn.height
  const places = items.map(({ span }) => ({ from: axis.at(span.from), to: axis.at(span.to) }))
  const rows = rowsFor(places, 18)
  drawn.marks.push(line(0, top, width, top, 'edge'), { kind: 'text', x: 0, y: top + 15, text: title, size: 12, bold: true })
  items.forEach((item, index) => {
    const y = top + 32 + (rows[index] ?? 0) * rowHeight
    const { from, to } = places[index] ?? { from: 0, to: 0 }
    const isRelease = item.kind === 'release'
    if (to > from) drawn.marks.push(line(from, y, to, y, isRelease ? 'series-1' : 'ink', 2))
    if (isRelease) drawn.marks.push(releaseSign((from + to) / 2, y))
    else {
      for (const date of item.dates) drawn.marks.push(dateSigns[date.name]((axis.at(date.span.from) + axis.at(date.span.to)) / 2, y))
      if (item.action.status === 'ended' && !item.dates.some(({ name }) => name === 'expires')) drawn.marks.push(endedSign(to, y))
    }
    const key = isRelease ? item.release.ref : item.action.ref
    drawn.places.set(key, { x: (from + to) / 2, y })
    drawn.spots.push({ key, label: isRelease ? releaseWords(item.release) : actionWords(item.action), x: from - 9, y: y - 9, width: to - from + 18, height: 18 })
  })
  drawn.height = top + 44 + Math.max(0, ...rows) * rowHeight
}

/** Without a day on the axis each stands as a line of words. */
const drawUndated = (drawn: Drawn, { releases, actions }: Links, width: number): void => {
  const undated = [
    ...releases.undated.map((release) => ({ ref: release.ref, words: releaseWords(release), isRelease: true })),
    ...actions.undated.map((action) => ({ ref: action.ref, words: actionWords(action), isRelease: false })),
  ]
  if (undated.length === 0) return
  const top = drawn.height
  drawn.marks.push(line(0, top, width, top, 'edge'), { kind: 'text', x: 0, y: top + 15, text: 'Without a date', size: 12, bold: true })
  undated.forEach(({ ref, words, isRelease }, index) => {
    const y = top + 32 + index * rowHeight
    drawn.marks.push(isRelease ? releaseSign(edge, y) : { kind: 'path', d: circle(edge, y, 5), fill: 'sheet', stroke: 'ink', width: 1.5, dash: '2 2' })
    drawn.marks.push({ kind: 'text', x: edge + 14, y: y + 4, text: fitted(words, width - 30, 12), size: 12 })
    drawn.places.set(ref, { x: edge, y })
    drawn.spots.push({ key: ref, label: words, x: 0, y: y - 10, width, height: rowHeight })
  })
  drawn.height = top + 36 + undated.length * rowHeight
}

/** The lines lie under the signs; number and wording say what each is. */
const drawLinks = (drawn: Drawn, links: Links, width: number): Mark[] => {
  const refs = refsOf(links)
  if (links.links.length === 0) return []
  const lines: Mark[] = []
  const numbers: Place[] = []
  drawn.marks.push(line(0, drawn.height, width, drawn.height, 'edge'), { kind: 'text', x: 0, y: drawn.height + 15, text: 'What is said to go together (never a cause)', size: 12, bold: true })
  drawn.height += 22
  links.links.forEach((link, index) => {
    const [release, action] = [refs.get(`R${link.releaseEvent}`) ?? '', refs.get(`S${link.sanctionsAction}`) ?? '']
    const [from, to] = [drawn.places.get(release), drawn.places.get(action)]
    const number = String(index + 1)
    if (from !== undefined && to !== undefined) {
      lines.push(line(from.x, from.y, to.x, to.y, 'accent', 1.5, link.relation === 'denied_link' ? '2 4' : '6 3'))
      const { x, y } = freePlace(from, to, [...numbers, ...drawn.places.values()])
      numbers.push({ x, y })
      drawn.marks.push({ kind: 'path', d: circle(x, round(y), 8), fill: 'sheet', stroke: 'accent' }, { kind: 'text', x, y: y + 4, text: number, size: 11, anchor: 'middle' })
    }
    const words = linkWords(link, release, action)
    const parts = wrapped(`${number}  ${words}`, width, 12)
    const top = drawn.height
    for (const part of parts) {
      drawn.height += lineHeight
      drawn.marks.push({ kind: 'text', x: 0, y: drawn.height - 4, text: part, size: 12 })
    }
    drawn.spots.push({ key: `link ${link.id}`, label: words, x: 0, y: top, width, height: drawn.height - top })
  })
  drawn.height += 6
  return lines
}

/** Where the number of a link stands without covering another or a sign: on its line, nearer to the action, or beside it. */
const freePlace = (from: Place, to: Place, others: readonly Place[]): Place => {
  const places = [0, 18, -18].flatMap((aside) =>
    [0.65, 0.5, 0.35, 0.8].map((part) => ({ x: from.x + (to.x - from.x) * part + aside, y: from.y + (to.y - from.y) * part })),
  )
  const isFree = (place: Place) => others.every(({ x, y }) => Math.hypot(x - place.x, y - place.y) >= 16)
  return places.find(isFree) ?? places[0] ?? from
}

/** The refs of releases (`R1`) and actions (`S1`) by their ids. */
export const refsOf = ({ releases, actions }: Pick<Links, 'releases' | 'actions'>): ReadonlyMap<string, string> =>
  new Map([
    ...[...releases.dated, ...releases.undated].map(({ id, ref }) => [`R${id}`, ref] as const),
    ...[...actions.dated, ...actions.undated].map(({ id, ref }) => [`S${id}`, ref] as const),
  ])

import { type Colour, type Drawing, type Mark, round, wrapped } from './drawing.ts'
import type { SeriesLook } from './series-patterns.ts'

/** What is burnt into a downloaded picture, so that it says what it is wherever it ends up. */
export type PictureWords = {
  readonly title: string
  readonly total: string
  /** Each in lines of its own below the picture: rule, what is not drawn, edition, source, licence. */
  readonly notes: readonly string[]
}

/** The light theme's colours, for paper and other people's pages. tests/contract holds them to the theme. */
export const printColours: Readonly<Record<Colour, string>> = {
  ink: '#231f1a',
  muted: '#5c5347',
  rule: '#dfd6c4',
  edge: '#8b8071',
  sheet: '#fffdf8',
  tint: '#f1eadc',
  accent: '#1b4b5e',
  'series-1': '#1b4b5e',
  'series-2': '#d08a1e',
  'series-3': '#5d9a94',
  'series-4': '#8c3f6b',
  'series-5': '#7d8c2e',
  'series-6': '#5b6bb0',
  'series-rest': '#9b9286',
}

const margin = 24
const sizes = { title: 20, body: 13, note: 11.5 }

/** The picture as an SVG file of its own: words above, legend and notes below, nothing from elsewhere. */
export const svgText = (drawing: Drawing, words: PictureWords): string => {
  const lines: string[] = []
  let y = margin
  const say = (text: string, size: number, colour: Colour, bold = false): void => {
    for (const part of wrapped(text, drawing.width, size)) {
      y += size * 1.4
      lines.push(markText({ kind: 'text', x: margin, y, text: part, size, colour, bold }))
    }
  }
  say(words.title, sizes.title, 'ink', true)
  say(words.total, sizes.body, 'ink')
  y += margin / 2
  lines.push(`<g transform="translate(${margin} ${round(y)})">${drawing.marks.map(markText).join('')}</g>`)
  y += drawing.height + 4
  for (const { look, name } of drawing.legend) {
    y += 20
    lines.push(
      markText({ kind: 'rect', x: margin, y: y - 11, width: 20, height: 13, fill: look }),
      markText({ kind: 'text', x: margin + 28, y, text: name, size: sizes.body }),
    )
  }
  y += 6
  for (const note of words.notes) say(note, sizes.note, 'muted')
  const [width, height] = [drawing.width + 2 * margin, Math.ceil(y + margin)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" role="img">`,
    `<title>${escapedXml(words.title)}</title><desc>${escapedXml([words.total, ...words.notes].join(' '))}</desc>`,
    `<defs>${patternsOf(drawing).map(patternText).join('')}</defs>`,
    `<rect width="${width}" height="${height}" fill="${printColours.sheet}"/>`,
    ...lines,
    '</svg>',
  ].join('')
}

/** Every series' look that the picture uses, once. */
export const patternsOf = ({ marks, legend }: Drawing): SeriesLook[] => {
  const looks = [
    ...legend.map(({ look }) => look),
    ...marks.flatMap((mark) => (mark.kind !== 'text' && typeof mark.fill === 'object' ? [mark.fill] : [])),
  ]
  return [...new Map(looks.map((look) => [look.id, look])).values()]
}

const patternText = ({ id, colour, pattern }: SeriesLook): string =>
  `<pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${printColours[colour]}"/>${
    pattern === null
      ? ''
      : `<path d="${pattern.d}" stroke="${printColours.sheet}" stroke-width="${pattern.width ?? 1.2}" fill="none"${
          pattern.round === true ? ' stroke-linecap="round"' : ''
        }${pattern.dash === undefined ? '' : ` stroke-dasharray="${pattern.dash}"`}/>`
  }</pattern>`

const fillText = (fill: Colour | SeriesLook | undefined): string =>
  fill === undefined ? 'none' : typeof fill === 'string' ? printColours[fill] : `url(#${fill.id})`

const markText = (mark: Mark): string => {
  if (mark.kind === 'rect') {
    const stroke = mark.stroke === undefined ? '' : ` stroke="${printColours[mark.stroke]}"`
    return `<rect x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" fill="${fillText(mark.fill)}"${stroke}/>`
  }
  if (mark.kind === 'path') {
    const stroke = mark.stroke === undefined ? '' : ` stroke="${printColours[mark.stroke]}" stroke-width="${mark.width ?? 1}"`
    const dash = mark.dash === undefined ? '' : ` stroke-dasharray="${mark.dash}"`
    const opacity = mark.opacity === undefined ? '' : ` opacity="${mark.opacity}"`
    return `<path d="${mark.d}" fill="${fillText(mark.fill)}"${stroke}${dash}${opacity}/>`
  }
  const bold = mark.bold === true ? ' font-weight="600"' : ''
  return `<text x="${round(mark.x)}" y="${round(mark.y)}" font-size="${mark.size ?? 13}" text-anchor="${mark.anchor ?? 'start'}" fill="${printColours[mark.colour ?? 'ink']}"${bold}>${escapedXml(mark.text)}</text>`
}

export const escapedXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

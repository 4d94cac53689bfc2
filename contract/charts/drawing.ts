import type { SeriesLook } from './series-patterns.ts'

/*
 * A picture as plain data, in pixels. The page shows it in the colours of its theme, a download
 * writes it as SVG text: both are the same picture.
 */

export type Colour = 'ink' | 'muted' | 'rule' | 'edge' | 'sheet' | 'tint' | 'accent' | SeriesLook['colour']

export type Mark =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: Colour | SeriesLook; readonly stroke?: Colour }
  | { readonly kind: 'path'; readonly d: string; readonly fill?: Colour | SeriesLook; readonly stroke?: Colour; readonly width?: number; readonly dash?: string; readonly opacity?: number }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size?: number; readonly anchor?: 'start' | 'middle' | 'end'; readonly colour?: Colour; readonly bold?: boolean }

/** A place of the picture that stands for a value: it takes the focus and is read out. */
export type Spot = {
  readonly key: string
  /** Its value in full: "July 2024: 18 releases". */
  readonly label: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Drawing = {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  readonly spots: readonly Spot[]
  /** The series with their names, for a legend that belongs to the picture. */
  readonly legend: readonly { readonly look: SeriesLook; readonly name: string; readonly key?: string }[]
}

export const textSize = 13

/** Width of a text in pixels, a little more than it takes: letters of a sans face are about half as wide as high. */
export const textWidth = (text: string, size = textSize): number => text.length * size * 0.56

/** The text, cut with an ellipsis where it is wider than its place. */
export const fitted = (text: string, width: number, size = textSize): string => {
  const most = Math.max(1, Math.floor(width / (size * 0.56)))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** A text as lines no wider than `width`. */
export const wrapped = (text: string, width: number, size = textSize): string[] => {
  const most = Math.max(12, Math.floor(width / (size * 0.56)))
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: Colour, width = 1, dash?: string): Mark => ({
  kind: 'path',
  d: `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`,
  stroke,
  width,
  ...(dash === undefined ? {} : { dash }),
})

/** Tenths of a pixel are enough, and keep a downloaded picture small. */
export const round = (value: number): number => Math.round(value * 10) / 10

/** Round values from nought to at least `most`, four or five of them: where the grid's lines stand. */
export const ticksTo = (most: number): number[] => {
  const rough = Math.max(1, most) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power)
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, index) => index * step)
}

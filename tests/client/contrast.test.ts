import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const tokens = readFileSync(new URL('../../client/theme/tokens.css', import.meta.url), 'utf8')
const pairs = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
)

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const colour = (name: string, theme: 'light' | 'dark'): string => {
  const pair = pairs.get(name)
  if (pair === undefined) throw new Error(`There is no colour --${name}.`)
  return pair[theme]
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const grounds = ['paper', 'sheet', 'tint']

  test.each(['ink', 'muted', 'accent', 'failure', 'caution'])('--%s can be read on every ground', (name) => {
    for (const ground of grounds) expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  test('text on the accent and on tinted notices can be read', () => {
    expect(contrast(colour('accent-ink', theme), colour('accent', theme))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('ink', theme), colour('accent-tint', theme))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour('caution', theme), colour('caution-tint', theme))).toBeGreaterThanOrEqual(4.5)
  })

  test('the edge of a control can be seen on every ground', () => {
    for (const ground of grounds) expect(contrast(colour('edge', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })

  test('every series of a chart stands out from its sheet', () => {
    for (const name of [...pairs.keys()].filter((key) => key.startsWith('series-'))) {
      expect(contrast(colour(name, theme), colour('sheet', theme)), name).toBeGreaterThanOrEqual(2.5)
    }
  })
})

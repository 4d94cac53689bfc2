const ALTERNATIVE = /\(([^()]*)\)| ?\/ ?([^ /]+)/gu

const READABLE = /[\p{L}\p{N}]/u

/**
 * The ways to read a name that gives another spelling in brackets or after a slash: without it
 * first, then, where it has one, with the other spelling in the place of as many words before it
 * (`Ales (Aliaksandr) Mokh` → `Ales Mokh`, `Aliaksandr Mokh`). At most two; a name without
 * alternatives has one.
 */
export const readingsOf = (text: string): readonly string[] => {
  const spaced = text.slice(0, 2000).replace(/\s+/gu, ' ').trim()
  const first = spaced.replace(ALTERNATIVE, ' ').replace(/ +/g, ' ').trim()
  if (first === spaced || !READABLE.test(first)) return [text]
  let second = ''
  let from = 0
  for (const found of spaced.matchAll(ALTERNATIVE)) {
    const other = (found[1] ?? found[2] ?? '').trim().split(' ')
    const before = `${second}${spaced.slice(from, found.index)}`.trim().split(' ')
    second = `${[...before.slice(0, Math.max(0, before.length - other.length)), ...other].join(' ')} `
    from = found.index + found[0].length
  }
  return [first, `${second}${spaced.slice(from)}`.trim()]
}

import type { MultipleColumn, SingleColumn } from '../../db/columns.ts'

/*
 * How records stand to a filter, worked out from columns in memory: one byte for each, 0 for those in
 * it, the number of the choice that alone leaves them out, or `several`. So facets, each without its own
 * choice, follow from one look.
 */

export type Standing = Uint8Array
const several = 255

export const leaveOut = (standing: Standing, place: number, choice: number): void => {
  standing[place] = standing[place] === 0 ? choice : several
}

type IsWord = (word: string | null) => boolean

/** By code: 1 where one of the words is chosen. */
export const codesOf = ({ words }: Pick<SingleColumn, 'words'>, isWord: IsWord): Uint8Array => Uint8Array.from(words, (word) => Number(isWord(word)))

/** Those with one of the words stay; `choice` is the number of the choice that leaves the others out. */
export const narrow = (standing: Standing, choice: number, column: SingleColumn, isWord: IsWord): void => {
  const wanted = codesOf(column, isWord)
  const { codes } = column
  for (let place = 0; place < standing.length; place += 1) {
    if (wanted[codes[place] ?? 0] !== 1) leaveOut(standing, place, choice)
  }
}

/** Those with any of the words stay; with `orNone`, those without any value too. */
export const narrowToAny = (standing: Standing, choice: number, column: MultipleColumn, chosen: readonly string[], orNone = false): void => {
  const wanted = codesOf(column, (word) => word !== null && chosen.includes(word))
  const { codes, starts } = column
  for (let place = 0; place < standing.length; place += 1) {
    if (standing[place] === several) continue
    const from = starts[place] ?? 0
    const to = starts[place + 1] ?? 0
    let has = orNone && from === to
    for (let at = from; at < to && !has; at += 1) has = wanted[codes[at] ?? 0] === 1
    if (!has) leaveOut(standing, place, choice)
  }
}

/** Places of records in ascending order. */
export type Places = Uint32Array

/** Those in the filter, and those in it were it not for the choice of number `without`. */
export const placesIn = (standing: Standing, without = 0): Places => {
  const places = new Uint32Array(standing.length)
  let found = 0
  for (let place = 0; place < standing.length; place += 1) {
    if (standing[place] !== 0 && standing[place] !== without) continue
    places[found] = place
    found += 1
  }
  return places.subarray(0, found)
}

/** Standings, or the codes of a column. */
type Codes = Uint8Array | Uint16Array
/** How many there are of each. */
export type Sizes = Uint32Array

export const sizesOf = (codes: Codes, width = several + 1): Sizes => {
  const sizes = new Uint32Array(width)
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] ?? 0
    sizes[code] = (sizes[code] ?? 0) + 1
  }
  return sizes
}

/** Places by code, each in ascending order; those of a code from `width` on are left out. */
export const divide = (codes: Codes, sizes: Sizes, width: number): readonly Places[] => {
  const starts = new Uint32Array(width + 1)
  for (let code = 0; code < width; code += 1) starts[code + 1] = (starts[code] ?? 0) + (sizes[code] ?? 0)
  const places = new Uint32Array(starts[width] ?? 0)
  const ends = starts.slice()
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] ?? width
    if (code >= width) continue
    const at = ends[code] ?? 0
    places[at] = place
    ends[code] = at + 1
  }
  return Array.from({ length: width }, (_, code) => places.subarray(starts[code], starts[code + 1]))
}

export type Count = { readonly value: string | null; readonly count: number }

const counted = ({ words }: SingleColumn, counts: Uint32Array): Count[] =>
  words.flatMap((value, code) => (counts[code] === 0 ? [] : [{ value, count: counts[code] ?? 0 }]))

/** The records of all parts together by their value. */
export const countSingle = (column: SingleColumn, parts: readonly Places[]): Count[] => {
  const counts = new Uint32Array(column.words.length)
  const { codes } = column
  for (const places of parts) {
    for (let at = 0; at < places.length; at += 1) {
      const code = codes[places[at] ?? 0] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
  }
  return counted(column, counts)
}

/** Each record once for each of its values; `countNone` counts those without any under null. */
export const countMultiple = (column: MultipleColumn, parts: readonly Places[], countNone = false): Count[] => {
  const { codes, starts, words } = column
  const counts = new Uint32Array(words.length)
  let none = 0
  for (const places of parts) {
    for (let rank = 0; rank < places.length; rank += 1) {
      const place = places[rank] ?? 0
      const from = starts[place] ?? 0
      const to = starts[place + 1] ?? 0
      if (from === to) none += 1
      for (let at = from; at < to; at += 1) {
        const code = codes[at] ?? 0
        counts[code] = (counts[code] ?? 0) + 1
      }
    }
  }
  return [...counted(column, counts), ...(countNone && none > 0 ? [{ value: null, count: none }] : [])]
}

import { joinList, recordId, splitList } from './common.ts'
import { z } from './zod.ts'

/*
 * Records by their numbers, as an address carries them: `3,7,R-12`, or, where they are many, one
 * word that begins with `~`. That word is the Rice code of the gaps between the sorted numbers (R. F.
 * Rice, 1979) in letters that need no escaping: a third of a list of 5,000 fits into 800 of them.
 */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const bitsOfLetter = 6
const mark = '~'

/** More than these are written as one word. */
const mostReadable = 100

/** As many as an address that servers let through can hold, at one bit each. */
export const mostListed = 50_000

const gapsOf = (ids: readonly number[]): number[] => {
  const sorted = [...new Set(ids)].toSorted((a, b) => a - b)
  return sorted.map((id, index) => id - (sorted[index - 1] ?? 0) - 1)
}

const binary = (value: number, bits: number): string => (bits === 0 ? '' : value.toString(2).padStart(bits, '0'))

/** The first letter says how many bits a remainder has; then each gap's quotient in ones, a zero, and its remainder. */
const encode = (ids: readonly number[]): string => {
  const gaps = gapsOf(ids)
  if (gaps.length === 0) return mark
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const rest = Math.max(0, Math.floor(Math.log2(mean + 1)))
  const size = 2 ** rest
  const bits = gaps.map((gap) => `${'1'.repeat(Math.floor(gap / size))}0${binary(gap % size, rest)}`).join('')
  // Ones at the end begin a quotient that never ends: they are no number.
  const padded = bits.padEnd(Math.ceil(bits.length / bitsOfLetter) * bitsOfLetter, '1')
  const words = padded.match(/.{6}/g) ?? []
  return `${mark}${letters[rest] ?? ''}${words.map((word) => letters[Number.parseInt(word, 2)] ?? '').join('')}`
}

/** The numbers of such a word; null where it is none. */
const decode = (text: string): number[] | null => {
  if (text === mark) return []
  const rest = letters.indexOf(text[1] ?? '.')
  const values = Array.from(text.slice(2), (letter) => letters.indexOf(letter))
  if (rest < 0 || rest > 48 || values.includes(-1)) return null
  const bits = values.map((value) => binary(value, bitsOfLetter)).join('')
  const ids: number[] = []
  let id = 0
  for (let place = 0; ids.length <= mostListed; ) {
    const zero = bits.indexOf('0', place)
    if (zero < 0 || zero + rest >= bits.length) return ids
    const remainder = rest === 0 ? 0 : Number.parseInt(bits.slice(zero + 1, zero + 1 + rest), 2)
    id += (zero - place) * 2 ** rest + remainder + 1
    ids.push(id)
    place = zero + 1 + rest
  }
  return ids
}

/** The numbers as an address carries them; none at all is `~`. */
export const writeIds = (ids: readonly number[]): string =>
  ids.length === 0 || ids.length > mostReadable ? encode(ids) : joinList(ids)

const readIds = (value: unknown): unknown => {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((text) => (typeof text === 'string' ? splitList(text) : [text]))
  if (texts.length === 0) return null
  return texts.flatMap((text) => (typeof text === 'string' && text.startsWith(mark) ? (decode(text)?.map(String) ?? [text]) : [text]))
}

/** Records by their numbers, `id=3,7,R-12` or as `writeIds` writes them: how a view is cited whose own choice may find others later. */
export const idsOf = (prefix: string) =>
  z
    .preprocess(
      readIds,
      z.array(recordId(prefix), 'Give at least one value, or leave the parameter out.').max(mostListed),
    )
    .meta({ description: `Only these: numbers such as 12 or ${prefix}-12, or the word a citation writes for many` })

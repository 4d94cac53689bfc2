import type { Taker } from '../../editions/taken-words.ts'
import { withheldText } from '../../editions/withheld-text.ts'

type Carries = Taker['carries']

const parsed = (text: string): unknown => {
  if (!/^\s*[[{"]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** True when a text carries a name; of JSON each text in it, and each key, is asked by itself. */
export const holdsName = (text: string, carries: Carries): boolean => {
  const value = parsed(text)
  return value === undefined ? carries(text) : inValue(value, carries)
}

const inValue = (value: unknown, carries: Carries): boolean => {
  if (typeof value === 'string') return holdsName(value, carries)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => carries(key) || inValue(inner, carries))
}

const leavesOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

/** Every text in a JSON text; the text itself where it is none. */
export const textsIn = (text: string): string[] => {
  const value = parsed(text)
  return value === undefined ? [text] : leavesOf(value)
}

/** The text with every text in it that carries what is looked for without it; what is not JSON is one text. */
export const withoutIt = (text: string, taker: Taker): string => {
  const value = parsed(text)
  if (value === undefined) return taker.carries(text) ? (taker.without(text) ?? withheldText) : text
  return JSON.stringify(emptied(value, taker))
}

const emptied = (value: unknown, taker: Taker): unknown => {
  if (typeof value === 'string') return holdsName(value, taker.carries) ? withoutIt(value, taker) : value
  if (Array.isArray(value)) return value.map((item) => emptied(item, taker))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [taker.carries(key) ? withheldText : key, emptied(inner, taker)]),
  )
}

import { constantFrom, jsonValue, nat, oneof, record, string } from 'fast-check'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Every place in a body that could hold something else. */
const placesIn = (value: Json, path: string[] = []): string[][] => {
  const deeper = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [...(path.length > 0 ? [path] : []), ...deeper.flatMap(([key, child]) => placesIn(child, [...path, key]))]
}

const withAt = (value: Json, [key, ...rest]: readonly string[], put: Json): Json => {
  if (key === undefined) return put
  if (Array.isArray(value)) return value.map((child, index) => (String(index) === key ? withAt(child, rest, put) : child))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [key]: withAt(value[key] ?? null, rest, put) }
}

const valueAt = (value: Json, [key, ...rest]: readonly string[]): Json => {
  if (key === undefined || typeof value !== 'object' || value === null) return value
  return valueAt((value as Record<string, Json>)[key] ?? null, rest)
}

const oddText = oneof(
  constantFrom('', ' ', '\0', '\ud800', 'a', 'ї', 'not stated', 'withheld', '2024-02-30', 'about 1 June 2024', '2024/..'),
  constantFrom('all', 'LV', 'XV', 'f', 'sex', 'total', 'nationality', 'range', 'about', 'at_most', 'other', 'rejected'),
  constantFrom('overlap', 'refused_departure', 'not_stated', 'bus', 'pardon', 'context', 'https://example.org/', '1990s'),
  string({ unit: 'binary', maxLength: 600 }),
)
const oddNumber = oneof(nat({ max: 30 }), constantFrom(-1, 1.5, 1e15, 10_000_000))
const oddValue = oneof(constantFrom<Json>(null, true, [], {}), jsonValue().map((value) => value as Json))

/** A place by number, and what to put there, mostly of the kind that stands there. */
export const oddity = record({ place: nat(), text: oddText, number: oddNumber, value: oddValue, other: nat({ max: 3 }) })

type Oddity = { place: number; text: string; number: number; value: Json; other: number }

export const putOddity = (body: Json, { place, text, number, value, other }: Oddity): Json => {
  const places = placesIn(body)
  const at = places[place % places.length] ?? []
  const present = typeof valueAt(body, at)
  if (other > 0 && present === 'string') return withAt(body, at, text)
  return withAt(body, at, other > 0 && present === 'number' ? number : value)
}

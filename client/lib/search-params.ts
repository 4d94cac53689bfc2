import { joinList, splitList } from '#contract/common.ts'
import { civilDay, daysInMonth } from '#contract/dates/civil-day.ts'
import type { z } from '#contract/zod.ts'
import { queryText } from './call.ts'

/** A URL's search as plain text by name; lists are joined by commas. */
export type SearchText = Readonly<Record<string, string>>

export type Dropped = { readonly name: string; readonly value: string; readonly reason: string }

export type ReadSearch<Value> = {
  readonly value: Value
  /** The parameters that are valid, as the URL has them: what to send on and to build links from. */
  readonly kept: SearchText
  readonly dropped: readonly Dropped[]
}

/** `?a=1&b=2&b=3` as `{ a: '1', b: '2,3' }`. Nothing is guessed to be a number or JSON. */
export const parseSearch = (search: string): SearchText => {
  const params = new URLSearchParams(search)
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name).join(',')]))
}

export const stringifySearch = (search: Readonly<Record<string, unknown>>): string =>
  queryText(Object.fromEntries(Object.entries(search).map(([name, value]) => [name, textOf(value)])))

const textOf = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(value))

/** `from`, `releasedTo` and the like: a bound of a range, and which end of a longer time it means. */
const boundOf = (name: string): 'first' | 'last' | null => (/(?:^f|F)rom$/.test(name) ? 'first' : /(?:^t|T)o$/.test(name) ? 'last' : null)

/** The day that a year or a month written as the bound of a range means, as the field of dates reads it; null for any other text. */
const dayMeant = (name: string, text: string): string | null => {
  const bound = boundOf(name)
  const [, year, month] = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2]))?$/.exec(text.trim()) ?? []
  if (bound === null || year === undefined) return null
  const inMonth = month === undefined ? (bound === 'first' ? 1 : 12) : Number(month)
  return civilDay(Number(year), inMonth, bound === 'first' ? 1 : daysInMonth(Number(year), inMonth))
}

/**
 * Reads a search by a schema of the contract. A parameter the schema refuses is dropped and
 * named with the schema's own words, so that an old or mistyped link still opens. A range of
 * whole years or months is read as its days.
 */
export const readSearch = <Schema extends z.ZodObject>(schema: Schema, raw: SearchText): ReadSearch<z.output<Schema>> => {
  const kept: Record<string, string> = { ...raw }
  const dropped: Dropped[] = []
  for (;;) {
    const result = schema.safeParse(kept)
    if (result.success) return { value: result.data, kept, dropped }
    const refused = result.error.issues.flatMap(namesOf).filter(({ name }) => name in kept)
    // A schema that refuses an empty search is a fault of the page, not of the link.
    if (refused.length === 0) throw result.error
    const seen = new Set<string>()
    for (const { name, reason } of refused) {
      const value = kept[name]
      // A schema can refuse the same value twice.
      if (value === undefined || seen.has(name)) continue
      seen.add(name)
      const day = dayMeant(name, value)
      delete kept[name]
      if (day === null) dropped.push({ name, value, reason })
      else kept[name] = day
    }
  }
}

const namesOf = (issue: z.core.$ZodIssue): { name: string; reason: string }[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((name) => ({ name, reason: 'This page has no such filter.' }))
    : [{ name: String(issue.path[0]), reason: reasonOf(issue) }]

/** A list names each value it refuses in the same words; zod's own words are for programmers. */
const reasonOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_value') return 'This is not one of its values.'
  const isTooLong = issue.code === 'too_big' && issue.origin === 'string' && issue.message.startsWith('Too big')
  return isTooLong ? `This is longer than ${issue.maximum} letters.` : issue.message
}

/** The events of a citation are listed for these choices: with another one they are chosen anew. */
const pinnedFor = ['destination', 'source', 'named']

/** A search with some parameters changed; an empty value takes the parameter away. A new filter starts at page one. */
export const changed = (kept: SearchText, changes: Readonly<Record<string, string | undefined>>): SearchText => {
  const next: Record<string, string> = {}
  const isOther = pinnedFor.some((name) => name in changes && changes[name] !== kept[name])
  const anew = isOther ? { pinned: undefined } : {}
  for (const [name, value] of Object.entries({ ...kept, cursor: undefined, ...anew, ...changes })) {
    if (value !== undefined && value !== '') next[name] = value
  }
  return next
}

/** What of a list's search chooses its records: not their order, how many are shown, or in which columns. */
export const listFilter = (kept: SearchText): SearchText => changed(kept, { sort: undefined, limit: undefined, columns: undefined })

/** The values of a parameter that is a list. */
export const listIn = (kept: SearchText, name: string): string[] => splitList(kept[name] ?? '')

/** A list with one value put in or taken out. */
export const toggled = (kept: SearchText, name: string, value: string): SearchText => {
  const chosen = listIn(kept, name)
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
  return changed(kept, { [name]: joinList(next) })
}

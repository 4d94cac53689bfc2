import type { DetaineeFilter, DetaineeSort } from '#contract/detainees.ts'
import { type MultipleColumn, type OrderName, type PeopleColumns, type SingleColumn, orderNames } from '../../db/people-columns.ts'

/*
 * Filters, totals, facets and orders of people over the columns of an edition: the same rules as in
 * detainees.filter.ts, read from memory.
 */

const notStated = 'not_stated'

const placeOf = (ids: Uint32Array, id: number): number => {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ids[middle] ?? 0
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** One byte for each person: 1 where they are in. */
export type Chosen = Uint8Array

const inMemory = new Set<keyof DetaineeFilter>(['status', 'sex', 'occupation', 'named', 'destination', 'country', 'article'])

/** Words, one source and dates are asked of the tables. */
export const isInMemory = (filter: DetaineeFilter): boolean =>
  Object.entries(filter).every(([name, value]) => value === undefined || ['sort', 'limit', 'cursor'].includes(name) || inMemory.has(name as keyof DetaineeFilter))

/** By code: 1 where one of the words is chosen. */
const codesOf = ({ words }: SingleColumn, isWord: (word: string | null) => boolean): Uint8Array =>
  Uint8Array.from(words, (word) => Number(isWord(word)))

const narrow = (chosen: Chosen, column: SingleColumn, isWord: (word: string | null) => boolean): void => {
  const wanted = codesOf(column, isWord)
  const { codes } = column
  for (let place = 0; place < chosen.length; place += 1) {
    if (wanted[codes[place] ?? 0] !== 1) chosen[place] = 0
  }
}

/** Those with any of the words; with `orNone`, those without any value too. */
const narrowToAny = (chosen: Chosen, column: MultipleColumn, words: readonly string[], orNone = false): void => {
  const wanted = codesOf(column, (word) => word !== null && words.includes(word))
  const { codes, starts } = column
  for (let place = 0; place < chosen.length; place += 1) {
    if (chosen[place] === 0) continue
    const from = starts[place] ?? 0
    const to = starts[place + 1] ?? 0
    let has = orNone && from === to
    for (let at = from; at < to && !has; at += 1) has = wanted[codes[at] ?? 0] === 1
    if (!has) chosen[place] = 0
  }
}

export const choose = ({ ids, single, multiple }: PeopleColumns, filter: DetaineeFilter): Chosen => {
  const chosen = new Uint8Array(ids.length).fill(1)
  const { status, sex, named, occupation, destination, country, article } = filter
  if (status) narrow(chosen, single.status, (word) => status.some((one) => one === word))
  if (sex) narrow(chosen, single.sex, (word) => sex.some((one) => one === word))
  if (named) narrow(chosen, single.named, (word) => word === named)
  if (occupation) narrow(chosen, single.occupation, (word) => occupation.includes(word ?? notStated))
  if (destination) narrowToAny(chosen, multiple.destination, destination)
  if (country) narrowToAny(chosen, multiple.country, country)
  if (article) narrowToAny(chosen, multiple.article, article, article.includes(notStated))
  return chosen
}

/** How many are chosen, and how many of them have no date of any arrest or release. */
export const countChosen = ({ single: { undated } }: PeopleColumns, chosen: Chosen): { total: number; undated: number } => {
  const isUndated = codesOf(undated, (word) => word === 'yes')
  const counts = { total: 0, undated: 0 }
  for (let place = 0; place < chosen.length; place += 1) {
    if (chosen[place] === 0) continue
    counts.total += 1
    counts.undated += isUndated[undated.codes[place] ?? 0] ?? 0
  }
  return counts
}

/** Whether neither an arrest nor a release of a person has a date. */
export const undatedIn = ({ ids, single: { undated } }: PeopleColumns): ((id: number) => boolean) => {
  const isUndated = codesOf(undated, (word) => word === 'yes')
  return (id) => isUndated[undated.codes[placeOf(ids, id)] ?? 0] === 1
}

type Count = { readonly value: string | null; readonly count: number }

const counted = ({ words }: SingleColumn, counts: Uint32Array): Count[] =>
  words.flatMap((value, code) => (counts[code] === 0 ? [] : [{ value, count: counts[code] ?? 0 }]))

const countSingle = (column: SingleColumn, chosen: Chosen): Count[] => {
  const counts = new Uint32Array(column.words.length)
  for (let place = 0; place < chosen.length; place += 1) {
    const code = column.codes[place] ?? 0
    if (chosen[place] === 1) counts[code] = (counts[code] ?? 0) + 1
  }
  return counted(column, counts)
}

/** Each person once for each of their values; `countNone` counts those without any under null. */
const countMultiple = (column: MultipleColumn, chosen: Chosen, countNone: boolean): Count[] => {
  const { codes, starts, words } = column
  const counts = new Uint32Array(words.length)
  let none = 0
  for (let place = 0; place < chosen.length; place += 1) {
    if (chosen[place] === 0) continue
    const from = starts[place] ?? 0
    const to = starts[place + 1] ?? 0
    if (from === to) none += 1
    for (let at = from; at < to; at += 1) {
      const code = codes[at] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
  }
  return [...counted(column, counts), ...(countNone && none > 0 ? [{ value: null, count: none }] : [])]
}

export const countBy = (columns: PeopleColumns, chosen: Chosen, name: keyof PeopleColumns['single'] | keyof PeopleColumns['multiple']): Count[] => {
  const { single, multiple } = columns
  return name in multiple
    ? countMultiple(multiple[name as keyof typeof multiple], chosen, name === 'article')
    : countSingle(single[name as keyof typeof single], chosen)
}

const isOrder = (name: string): name is OrderName => orderNames.some((one) => one === name)

/** The place of rank `n` in the order of a sort: by its key, people without one last, ids the same way as the key. */
const placesBy = ({ ids, orders }: PeopleColumns, sort: DetaineeSort): ((rank: number) => number) => {
  const name = sort.replace('-', '')
  const isDown = sort.startsWith('-')
  const { places, keyless } = isOrder(name) ? orders[name] : { places: null, keyless: ids.length }
  return (rank) => {
    const at = !isDown ? rank : rank < keyless ? keyless - 1 - rank : ids.length - 1 - (rank - keyless)
    return places === null ? at : (places[at] ?? 0)
  }
}

type Stretch = { readonly sort: DetaineeSort; readonly limit: number; readonly afterId: number | null }

/** Ids of the next chosen people in the order of a sort, after the person `afterId`. Null where that person has no place here. */
export const nextIds = (columns: PeopleColumns, chosen: Chosen, { sort, limit, afterId }: Stretch): number[] | null => {
  const { ids } = columns
  const placeAt = placesBy(columns, sort)
  let rank = 0
  if (afterId !== null) {
    const place = placeOf(ids, afterId)
    if (place === -1) return null
    while (placeAt(rank) !== place) rank += 1
    rank += 1
  }
  const found: number[] = []
  for (; rank < ids.length && found.length < limit; rank += 1) {
    const place = placeAt(rank)
    if (chosen[place] === 1) found.push(ids[place] ?? 0)
  }
  return found
}

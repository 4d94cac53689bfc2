import { LRUCache } from 'lru-cache'
import type { DetaineeFilter, DetaineeSort } from '#contract/detainees.ts'
import { type OrderName, type PeopleColumns, orderNames } from '../../db/people-columns.ts'
import { type Count, type Places, type Sizes, type Standing, codesOf, countMultiple, countSingle, divide, narrow, narrowToAny, sizesOf } from '../common/standing.ts'

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

/** What can be chosen in memory. */
const choiceNames = ['status', 'sex', 'named', 'occupation', 'destination', 'country', 'article'] as const
type ChoiceName = (typeof choiceNames)[number]

const inMemory: ReadonlySet<string> = new Set([...choiceNames, 'sort', 'limit', 'cursor'])

/** Words, one source and dates are asked of the tables. */
export const isInMemory = (filter: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(filter).every(([name, value]) => value === undefined || inMemory.has(name))

const numberOf = (name: ChoiceName): number => choiceNames.indexOf(name) + 1

const standingsOf = ({ ids, single, multiple }: PeopleColumns, filter: DetaineeFilter): Standing => {
  const standing = new Uint8Array(ids.length)
  const { status, sex, named, occupation, destination, country, article } = filter
  if (status) narrow(standing, numberOf('status'), single.status, (word) => status.some((one) => one === word))
  if (sex) narrow(standing, numberOf('sex'), single.sex, (word) => sex.some((one) => one === word))
  if (named) narrow(standing, numberOf('named'), single.named, (word) => word === named)
  if (occupation) narrow(standing, numberOf('occupation'), single.occupation, (word) => occupation.includes(word ?? notStated))
  if (destination) narrowToAny(standing, numberOf('destination'), multiple.destination, destination)
  if (country) narrowToAny(standing, numberOf('country'), multiple.country, country)
  if (article) narrowToAny(standing, numberOf('article'), multiple.article, article, article.includes(notStated))
  return standing
}

/** Whether neither an arrest nor a release of a person has a date. */
const undatedAt = ({ single: { undated } }: PeopleColumns): ((place: number) => boolean) => {
  const isUndated = codesOf(undated, (word) => word === 'yes')
  return (place) => isUndated[undated.codes[place] ?? 0] === 1
}

export const undatedIn = (columns: PeopleColumns): ((id: number) => boolean) => {
  const isUndated = undatedAt(columns)
  return (id) => isUndated(placeOf(columns.ids, id))
}

type Look = {
  readonly standing: Standing
  readonly sizes: Sizes
  /** How many of those in the filter have no date of any arrest or release. */
  readonly undated: number
  /** Those in the filter first, then by number those whom one choice alone leaves out. Worked out when facets are first asked for. */
  readonly parts: () => readonly Places[]
}

/** One page after another asks the same filter for its rows, its totals and its facets: the last looks are kept with their columns. Five bytes for each person at the most. */
const keptLooks = 4
const kept = new WeakMap<PeopleColumns, LRUCache<string, Look>>()

const look = (columns: PeopleColumns, filter: DetaineeFilter): Look => {
  const standing = standingsOf(columns, filter)
  const isUndated = undatedAt(columns)
  let undated = 0
  for (let place = 0; place < standing.length; place += 1) if (isUndated(place) && standing[place] === 0) undated += 1
  const sizes = sizesOf(standing)
  let parts: readonly Places[] | undefined
  return { standing, sizes, undated, parts: () => (parts ??= divide(standing, sizes, choiceNames.length + 1)) }
}

export const choose = (columns: PeopleColumns, filter: DetaineeFilter): Look => {
  const looks = kept.get(columns) ?? new LRUCache<string, Look>({ max: keptLooks })
  kept.set(columns, looks)
  const key = JSON.stringify(choiceNames.map((name) => filter[name] ?? null))
  const found = looks.get(key) ?? look(columns, filter)
  looks.set(key, found)
  return found
}

/** Those in the filter, and for each choice those whom it alone leaves out: from one walk, however many facets follow. */
export const divided = ({ parts }: Look) => {
  const none = new Uint32Array()
  return { all: parts()[0] ?? none, leftOutBy: (choice: ChoiceName): Places => parts()[numberOf(choice)] ?? none }
}

export const countBy = (columns: PeopleColumns, parts: readonly Places[], name: keyof PeopleColumns['single'] | keyof PeopleColumns['multiple']): Count[] => {
  const { single, multiple } = columns
  return name in multiple
    ? countMultiple(multiple[name as keyof typeof multiple], parts, name === 'article')
    : countSingle(single[name as keyof typeof single], parts)
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

/** Ids of the next people in the filter in the order of a sort, after the person `afterId`. Null where that person has no place here. */
export const nextIds = (columns: PeopleColumns, standing: Standing, { sort, limit, afterId }: Stretch): number[] | null => {
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
    if (standing[place] === 0) found.push(ids[place] ?? 0)
  }
  return found
}

/** Ids of everyone in the filter in the order of a sort, `some` at a time: the order is walked along once. */
export function* idsInOrder(columns: PeopleColumns, standing: Standing, sort: DetaineeSort, some: number): Generator<number[], void, undefined> {
  const { ids } = columns
  const placeAt = placesBy(columns, sort)
  let found: number[] = []
  for (let rank = 0; rank < ids.length; rank += 1) {
    const place = placeAt(rank)
    if (standing[place] !== 0) continue
    found.push(ids[place] ?? 0)
    if (found.length < some) continue
    yield found
    found = []
  }
  if (found.length > 0) yield found
}

import { LRUCache } from 'lru-cache'
import type { DetaineeFilter, DetaineeSort } from '#contract/detainees.ts'
import { type OrderName, type PeopleColumns, orderNames } from '../../db/people-columns.ts'
import { type Count, type Places, type Standing, codesOf, countMultiple, countSingle, narrow, narrowToAny, placesIn as placesWithout } from '../common/standing.ts'

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
export const isInMemory = (filter: DetaineeFilter): boolean =>
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

/** A page asks the same filter for its rows, its totals and its facets: the last ones are kept with their columns. A byte for each person. */
const keptStandings = 4
const kept = new WeakMap<PeopleColumns, LRUCache<string, Standing>>()

export const choose = (columns: PeopleColumns, filter: DetaineeFilter): Standing => {
  const standings = kept.get(columns) ?? new LRUCache<string, Standing>({ max: keptStandings })
  kept.set(columns, standings)
  const key = JSON.stringify(choiceNames.map((name) => filter[name] ?? null))
  const standing = standings.get(key) ?? standingsOf(columns, filter)
  standings.set(key, standing)
  return standing
}

/** Those in the filter; with `without`, those in it were it not for that choice. */
export const placesIn = (standing: Standing, without?: ChoiceName): Places =>
  placesWithout(standing, without === undefined ? 0 : numberOf(without))

/** How many are in, and how many of them have no date of any arrest or release. */
export const countIn = ({ single: { undated } }: PeopleColumns, standing: Standing): { total: number; undated: number } => {
  const isUndated = codesOf(undated, (word) => word === 'yes')
  const counts = { total: 0, undated: 0 }
  for (let place = 0; place < standing.length; place += 1) {
    if (standing[place] !== 0) continue
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

export const countBy = (columns: PeopleColumns, places: Places, name: keyof PeopleColumns['single'] | keyof PeopleColumns['multiple']): Count[] => {
  const { single, multiple } = columns
  return name in multiple
    ? countMultiple(multiple[name as keyof typeof multiple], places, name === 'article')
    : countSingle(single[name as keyof typeof single], places)
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

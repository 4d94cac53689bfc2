import { LRUCache } from 'lru-cache'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { hasRange } from '../common/dates.ts'
import { type Places, type Standing, leaveOut, narrow, narrowToAny, placesIn } from '../common/standing.ts'

/*
 * Which release events a filter finds, over the columns of an edition: the same rules as in
 * release-events.filter.ts, read from memory.
 */

/** What can be chosen in memory. Words, one source and what a citation lists are asked of the tables. */
const isChosenHere: Readonly<Record<keyof ReleaseEventFilter, boolean>> = {
  from: true,
  to: true,
  country: true,
  basis: true,
  destination: true,
  sanctionsAuthority: true,
  population: true,
  named: true,
  id: true,
  q: false,
  source: false,
  pinned: false,
}
const filterNames = Object.keys(isChosenHere) as (keyof ReleaseEventFilter)[]

/** The columns that a filter is answered from; null where the tables are asked. */
export const columnsFor = async (file: RecordFile, filter: ReleaseEventFilter): Promise<EventColumns | null> =>
  filterNames.every((name) => isChosenHere[name] || filter[name] === undefined) ? file.events() : null

/** Choices by number: the range is one, as the dates of events are divided by it. */
const choices = ['range', 'country', 'basis', 'destination', 'sanctionsAuthority', 'population', 'named', 'id'] as const
type Choice = (typeof choices)[number]
const numberOf = (choice: Choice): number => choices.indexOf(choice) + 1

/** A day as the columns hold it. */
const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

export const isUndated = ({ earliest, latest }: EventColumns['date'], place: number): boolean => earliest[place] === 0 && latest[place] === 0

/** As `overlaps`. */
const narrowToRange = (standing: Standing, { date }: EventColumns, { from, to }: ReleaseEventFilter): void => {
  const { earliest, latest } = date
  const [first, last] = [from === undefined ? 0 : dayNumber(from), to === undefined ? Infinity : dayNumber(to)]
  for (let place = 0; place < standing.length; place += 1) {
    const end = latest[place] ?? 0
    const overlaps = (end === 0 || end >= first) && (earliest[place] ?? 0) <= last
    if (!overlaps || isUndated(date, place)) leaveOut(standing, place, numberOf('range'))
  }
}

const narrowToIds = (standing: Standing, { ids }: EventColumns, chosen: readonly number[]): void => {
  const listed = new Set(chosen)
  for (const [place, id] of ids.entries()) if (!listed.has(id)) leaveOut(standing, place, numberOf('id'))
}

/** As `matchesReleaseEvents`. */
const standingsOf = (columns: EventColumns, filter: ReleaseEventFilter): Standing => {
  const standing = new Uint8Array(columns.ids.length)
  const { country, basis, destination, sanctionsAuthority, population, named, id } = filter
  const { single, multiple } = columns
  const narrowTo = (choice: 'country' | 'basis' | 'population' | 'named', chosen: readonly string[] | undefined): void => {
    if (chosen) narrow(standing, numberOf(choice), single[choice], (word) => word !== null && chosen.includes(word))
  }
  if (hasRange(filter)) narrowToRange(standing, columns, filter)
  narrowTo('country', country)
  narrowTo('basis', basis)
  narrowTo('population', population)
  narrowTo('named', named)
  if (destination) narrowToAny(standing, numberOf('destination'), multiple.destination, destination)
  if (sanctionsAuthority) narrowToAny(standing, numberOf('sanctionsAuthority'), multiple.authority, sanctionsAuthority)
  if (id) narrowToIds(standing, columns, id)
  return standing
}

/** How events stand to a filter, and where those in it are. */
type Look = { readonly standing: Standing; readonly places: Places }

const look = (columns: EventColumns, filter: ReleaseEventFilter): Look => {
  const standing = standingsOf(columns, filter)
  return { standing, places: placesIn(standing).slice() }
}

/** A page asks many things under the same filter: the last looks are kept with their columns. Five bytes for each event at the most. */
const keptLooks = 8
const kept = new WeakMap<EventColumns, LRUCache<string, Look>>()

const choose = (columns: EventColumns, filter: ReleaseEventFilter): Look => {
  const looks = kept.get(columns) ?? new LRUCache<string, Look>({ max: keptLooks })
  kept.set(columns, looks)
  const key = JSON.stringify(filterNames.map((name) => filter[name] ?? null))
  const found = looks.get(key) ?? look(columns, filter)
  looks.set(key, found)
  return found
}

/** Where the events of a filter stand; with `without`, those in it were it not for that choice. */
export const eventsIn = (columns: EventColumns, filter: ReleaseEventFilter, without?: Exclude<Choice, 'range'>): Places => {
  const { standing, places } = choose(columns, filter)
  return without === undefined || filter[without] === undefined ? places : placesIn(standing, numberOf(without))
}

/** Those with no date at all that match everything else of the filter. */
export const undatedIn = (columns: EventColumns, filter: ReleaseEventFilter): Places =>
  placesIn(choose(columns, filter).standing, numberOf('range')).filter((place) => isUndated(columns.date, place))

/** As `certaintySums`: how many there are, and how many of them a range divides from the certain. */
export const certaintiesOf = ({ date }: EventColumns, filter: ReleaseEventFilter, places: Places) => {
  const { earliest, latest, marked } = date
  const [first, last] = [filter.from === undefined ? 0 : dayNumber(filter.from), filter.to === undefined ? Infinity : dayNumber(filter.to)]
  const counts = { total: places.length, possible: 0, undated: 0 }
  for (const place of places) {
    if (isUndated(date, place)) counts.undated += 1
    else if (hasRange(filter)) {
      const [begin = 0, end = 0] = [earliest[place], latest[place]]
      const startsInside = filter.from === undefined || begin >= first
      const endsInside = filter.to === undefined || (end !== 0 && end <= last)
      if (marked[place] === 1 || !startsInside || !endsInside) counts.possible += 1
    }
  }
  return counts
}

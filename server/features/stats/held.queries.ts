import { civilDay } from '#contract/dates/civil-day.ts'
import type { ReleaseEventFilter } from '#contract/release-events.ts'
import { type Held as Answer, heldUnits, mostHeldPoints } from '#contract/stats-held.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { type Held, countHeld, heldDays } from './held.rules.ts'
import { findLives } from './lives.queries.ts'
import { findNamedIds } from './people-facts.queries.ts'

type Unit = Answer['by']
type Query = ReleaseEventFilter & { readonly by: Unit }

/** Dates and country are asked of detentions; anything else chooses release events, and the people in them. */
export const choosesEvents = (query: ReleaseEventFilter): boolean =>
  Object.entries(query).some(([name, value]) => value !== undefined && !['from', 'to', 'country', 'by'].includes(name))

const monthsIn: Readonly<Record<Exclude<Unit, 'day'>, number>> = { month: 1, quarter: 3, year: 12 }

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The first days of the units from one day to another, or the first day alone where none begins between; at most one more than asked. */
const daysOfUnits = (from: string, to: string, unit: Unit, most: number): string[] => {
  const days: string[] = []
  if (unit === 'day') {
    for (let day = from; day <= to && days.length <= most; day = nextDay(day)) days.push(day)
    return days
  }
  const step = monthsIn[unit]
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  for (let start = month - (month % step); days.length <= most; start += step) {
    const day = civilDay(Math.floor(start / 12), (start % 12) + 1, 1)
    if (day > to) break
    if (day >= from) days.push(day)
  }
  return days.length === 0 ? [from] : days
}

/** In the unit asked for, or the next larger one that gives few enough points. */
const thinned = (from: string, to: string, asked: Unit): { by: Unit; days: string[] } => {
  for (const unit of heldUnits.slice(heldUnits.indexOf(asked))) {
    const days = daysOfUnits(from, to, unit, mostHeldPoints)
    if (days.length <= mostHeldPoints) return { by: unit, days }
  }
  return { by: 'year', days: daysOfUnits(from, to, 'year', mostHeldPoints).slice(-mostHeldPoints) }
}

const isUndated = ({ perhaps }: Held): boolean => perhaps.from === null && perhaps.to === null

/** How many are known to be held over time, under a filter. */
export const findHeld = async (file: RecordFile, query: Query): Promise<Answer> => {
  const released = choosesEvents(query)
  const people = released
    ? await findNamedIds(file, { ...query, from: undefined, to: undefined })
    : 'everyone'
  const lives = [...(await findLives(file.db, people)).values()]
  const held = lives
    .map((life) =>
      life.detentions
        .filter(({ country }) => query.country === undefined || query.country.includes(country))
        .map((detention) => heldDays(detention, life)),
    )
    .filter((own) => own.length > 0)
  const dated = held.map((own) => own.filter((one) => !isUndated(one)))
  const known = dated
    .flat()
    .flatMap(({ surely, perhaps }) => [perhaps.from, perhaps.to, surely?.from, surely?.to])
    .filter((day) => typeof day === 'string')
    .toSorted()
  const [from, to] = [query.from ?? known[0] ?? query.to, query.to ?? known.at(-1) ?? query.from]
  const { by, days } = from === undefined || to === undefined || from > to ? { by: query.by, days: [] } : thinned(from, to, query.by)
  const count = countHeld(dated)
  return {
    of: released ? 'released' : 'everyone',
    unit: 'people known to be held',
    note: 'The same people are held from one point to the next: points do not add up. Lowest is who is surely held that day; highest leaves out only those known not to be.',
    asked: query.by,
    by,
    points: days.map((day) => ({ day, held: count(day) })),
    people: held.length,
    undated: held.filter((own) => own.some(isUndated)).length,
  }
}

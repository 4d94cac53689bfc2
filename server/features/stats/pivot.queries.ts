import { addingUp, countingRules, countsPeople } from '#contract/counting-rules.ts'
import { type Dimension, dimensionLabel, dimensionTitles, isOfPeople, isTime, notDated } from '#contract/dimensions.ts'
import type { QueryOf } from '#contract/endpoint.ts'
import { type Measure, type Pivot, type PivotCell, type getPivot, measureColumns } from '#contract/pivot.ts'
import type { Tally } from '#contract/stats.ts'
import type { EventColumns } from '../../db/event-columns.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { eventsIn } from '../release-events/events-in-memory.ts'
import { findClaimCells, findClaimTally } from './claim-cells.queries.ts'
import { ruleOf } from './counted.ts'
import { findDaysDetained, medianDays, surelyCounted } from './days-detained.queries.ts'
import { findKeys } from './keys.queries.ts'
import { columnsForNamed } from './named-cells-in-memory.ts'
import { namedCellsIn, namedTallyIn } from './named-numbers-in-memory.ts'
import { gather, tallyOf } from './people-cells.ts'
import { type Fact, findPeopleFacts } from './people-facts.queries.ts'
import { findUndated } from './stats.queries.ts'

type Query = QueryOf<typeof getPivot>
type Keyed = { readonly keys: readonly (string | null)[]; readonly cell: PivotCell }
type Found = { readonly rows: readonly Keyed[]; readonly total: PivotCell }

const withoutDays = ({ events, reported, people }: Tally): PivotCell => ({ events, reported, people, days: null })

const fromClaims = async (file: RecordFile, query: Query): Promise<Found> => {
  const by = query.by.filter((dimension) => !isOfPeople(dimension))
  const [cells, total] = await Promise.all([findClaimCells(file, query, by), findClaimTally(file, query, 'matching')])
  return { rows: cells.map((cell) => ({ keys: cell.keys, cell: withoutDays(cell) })), total: withoutDays(total) }
}

/** Named people by what is known of their events. */
const fromNamed = (columns: EventColumns, query: Query): Found => {
  const events = eventsIn(columns, query)
  const by = query.by.filter((dimension) => !isOfPeople(dimension))
  return {
    rows: namedCellsIn(columns, query, by, events).map((cell) => ({ keys: cell.keys, cell: withoutDays(cell) })),
    total: withoutDays(namedTallyIn(columns, query, events)),
  }
}

const fromPeople = async (file: RecordFile, query: Query): Promise<Found> => {
  const columns = query.measure === 'median_days_detained' || query.by.some(isOfPeople) ? null : await columnsForNamed(file, query)
  if (columns) return fromNamed(columns, query)
  const isMedian = query.measure === 'median_days_detained'
  const found = await findPeopleFacts(file, query)
  const people = isMedian ? surelyCounted(found) : found
  const [keys, daysOf] = await Promise.all([
    Promise.all(query.by.map((dimension) => findKeys(file, query, dimension, people))),
    isMedian ? findDaysDetained(file, people) : null,
  ])
  const cellOf = (events: number, facts: readonly Fact[]): PivotCell => ({
    ...tallyOf(events, facts),
    days: daysOf ? medianDays(facts, daysOf) : null,
  })
  return {
    rows: gather(people, keys).map(({ keys: own, events, facts }) => ({ keys: own, cell: cellOf(events.size, facts) })),
    total: cellOf(people.events.length, people.facts),
  }
}

/** Events are the same under every rule; people are asked only where a measure or a rule counts them. */
const findCells = (file: RecordFile, query: Query): Promise<Found> => {
  const ofPeople = query.measure === 'named' || query.measure === 'median_days_detained'
  if (ofPeople || (query.measure === 'reported' && countsPeople(query.rule))) return fromPeople(file, query)
  return fromClaims(file, query.measure === 'events' ? { ...query, rule: 'as_reported' } : query)
}

type Values = readonly (string | number | boolean | null)[]

const valuesOf = (measure: Measure, { events, reported, people, days }: PivotCell): Values => {
  if (measure === 'events') return [events]
  if (measure === 'median_days_detained') {
    return [events, days?.lowest ?? null, days?.highest ?? null, days?.of ?? 0, days?.notKnown ?? 0]
  }
  if (measure === 'named') {
    return [events, people?.lowest ?? 0, people?.highest ?? 0, reported?.lowest ?? 0, reported?.highest ?? 0]
  }
  if (!reported) return [events, null, null, null, null, null, null, null]
  const { best, lowest, highest, openLow, openHigh } = reported
  return [events, best, lowest, highest, openLow, openHigh, people?.lowest ?? null, people?.highest ?? null]
}

/** Where one counted thing can stand in several rows. A destination's people are others than the next one's. */
const isMultiple = (measure: Measure, dimension: Dimension): boolean => {
  if (dimension === 'sanctionsAuthority') return true
  if (measure === 'events') return dimension === 'destination'
  return dimension === 'article' || dimension === 'nationality'
}

const units: Readonly<Record<Exclude<Measure, 'reported'>, string>> = {
  events: 'release events',
  named: 'named people, and their releases',
  median_days_detained: 'days from arrest to release',
}

const noteOf = ({ measure, rule, by }: Query): string => {
  const some = by.filter((dimension) => isMultiple(measure, dimension)).map((dimension) => dimensionTitles[dimension].toLowerCase())
  const several = some.length === 0 ? '' : ` By ${some.join(' and ')} the same can stand in several rows; the total counts it once.`
  if (measure === 'events') return `Release events, each once in a row.${several}`
  if (measure === 'median_days_detained') return 'A median does not add up. It is of releases whose arrest and release are both dated.'
  return `${addingUp(measure === 'named' && !countsPeople(rule) ? 'named' : rule)}${several}`
}

const sorted = (rows: readonly Keyed[], { sort, measure }: Query): readonly Keyed[] => {
  if (sort === 'key') return rows
  if (sort === '-key') return rows.toReversed()
  const value = ({ cell }: Keyed) => Number(valuesOf(measure, cell)[measure === 'events' ? 0 : 1] ?? -1)
  return rows.toSorted((a, b) => (sort === 'value' ? value(a) - value(b) : value(b) - value(a)))
}

const columnOf = (dimension: Dimension): string[] => (isTime(dimension) ? [dimension] : [dimension, `${dimension}_label`])

export const findPivot = async (file: RecordFile, query: Query): Promise<Pivot> => {
  const { by, measure } = query
  const [{ rows, total }, undated] = await Promise.all([findCells(file, query), findUndated(file, { ...query, rule: 'as_reported' })])
  const rule = ruleOf(query)
  const keyColumns = (dimension: Dimension, key: string | null) => {
    const value = key ?? notDated
    return isTime(dimension) ? [value] : [value, dimensionLabel(dimension, value)]
  }
  const names = measureColumns[measure]
  const totals = valuesOf(measure, total)
  return {
    by: by.map((name) => ({ name, title: dimensionTitles[name], multiple: isMultiple(measure, name) })),
    measure,
    rule,
    ruleVersion: countingRules[rule].version,
    unit: measure === 'reported' ? countingRules[rule].unit : units[measure],
    note: noteOf(query),
    columns: [...by.flatMap(columnOf), ...names],
    rows: sorted(rows, query).map(({ keys, cell }) => [
      ...by.flatMap((dimension, place) => keyColumns(dimension, keys[place] ?? null)),
      ...valuesOf(measure, cell),
    ]),
    total: Object.fromEntries(names.map((name, place) => [name, totals[place] ?? null])),
    undatedEvents: undated.events,
  }
}

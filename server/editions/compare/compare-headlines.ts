import type { Kysely } from 'kysely'
import type { Waterfall } from '#contract/compare.ts'
import type { Records } from '../../db/records.ts'
import { findStandings } from './compare-records.ts'

type Reason = Waterfall['bars'][number]['reason']
type Bar = { change: number; records: number }
type Bars = Map<Reason, Bar>

const addTo = (bars: Bars, reason: Reason, change: number): void => {
  const bar = bars.get(reason) ?? { change: 0, records: 0 }
  bars.set(reason, { change: bar.change + change, records: bar.records + 1 })
}

const barsOf = (bars: Bars): Waterfall['bars'] => [...bars].map(([reason, bar]) => ({ reason, ...bar }))

type EventNumber = {
  readonly lowest: number
  readonly best: number
  readonly highest: number
  /** The used claim as it is written; null where the number is made of destination cells. */
  readonly claim: string | null
}

/** What each event adds to the total of all sources; null for an event without a number. */
const findEventNumbers = async (db: Kysely<Records>): Promise<Map<number, EventNumber | null>> => {
  const rows = await db
    .selectFrom('release_event')
    .leftJoin('release_number as n', (join) =>
      join
        .onRef('n.release_event_id', '=', 'release_event.id')
        .on('n.source_id', '=', 0)
        .on('n.dimension', '=', 'total')
        .on('n.cell', '=', 'all'),
    )
    .leftJoin('release_count as claim', 'claim.id', 'n.claim_id')
    .select([
      'release_event.id',
      'n.lowest',
      'n.best',
      'n.highest',
      'claim.id as claim_id',
      'claim.lowest as claimed_lowest',
      'claim.best as claimed_best',
      'claim.highest as claimed_highest',
    ])
    .execute()
  return new Map(
    rows.map((row) => {
      const { id, lowest, best, highest } = row
      const claim = row.claim_id === null ? null : [row.claimed_lowest, row.claimed_best, row.claimed_highest].join(' ')
      return [id, lowest === null || best === null || highest === null ? null : { lowest, best, highest, claim }]
    }),
  )
}

/** Why the number of an event that is in both editions moved. */
const whyMoved = (before: EventNumber | null, after: EventNumber | null): Reason => {
  if (before === null) return 'number_added'
  if (after === null) return 'number_withdrawn'
  const isSameClaim = before.best === after.best && before.claim !== null && before.claim === after.claim
  return isSameClaim ? 'other_claims' : 'corrected_count'
}

const compareEvents = async (a: Kysely<Records>, b: Kysely<Records>): Promise<Waterfall[]> => {
  const [before, after] = [await findEventNumbers(a), await findEventNumbers(b)]
  const ids = new Set([...before.keys(), ...after.keys()])
  const sum = (numbers: ReadonlyMap<number, EventNumber | null>, side: 'lowest' | 'best' | 'highest') =>
    [...numbers.values()].reduce((total, number) => total + (number?.[side] ?? 0), 0)
  const releases = ([headline, side]: readonly [Waterfall['headline'], 'lowest' | 'best' | 'highest']): Waterfall => {
    const bars: Bars = new Map()
    for (const id of ids) {
      const [old, now] = [before.get(id) ?? null, after.get(id) ?? null]
      const change = (now?.[side] ?? 0) - (old?.[side] ?? 0)
      if (change === 0) continue
      const reason = !before.has(id) ? 'new_event' : !after.has(id) ? 'withdrawn_event' : whyMoved(old, now)
      addTo(bars, reason, change)
    }
    return { headline, before: sum(before, side), after: sum(after, side), bars: barsOf(bars) }
  }
  const events: Bars = new Map()
  for (const id of ids) {
    if (!before.has(id)) addTo(events, 'new_event', 1)
    if (!after.has(id)) addTo(events, 'withdrawn_event', -1)
  }
  const sides = [
    ['releases_lowest', 'lowest'],
    ['releases', 'best'],
    ['releases_highest', 'highest'],
  ] as const
  return [...sides.map(releases), { headline: 'events', before: before.size, after: after.size, bars: barsOf(events) }]
}

/** Distinct people named in releases, a merged person as the one kept: the overview's number. */
const findNamed = async (db: Kysely<Records>): Promise<Set<number>> => {
  const rows = await db.selectFrom('release_named').where('source_id', '=', 0).select('detainee_id').distinct().execute()
  return new Set(rows.map((row) => row.detainee_id))
}

const compareNamed = async (a: Kysely<Records>, b: Kysely<Records>): Promise<Waterfall> => {
  const [before, after] = [await findNamed(a), await findNamed(b)]
  const [old, now] = [await findStandings(a, 'detainee'), await findStandings(b, 'detainee')]
  const bars: Bars = new Map()
  for (const id of after) {
    if (before.has(id)) continue
    const was = old.get(id)
    addTo(bars, was === undefined ? 'new_person' : was.mergedInto === null ? 'newly_named' : 'merge_undone', 1)
  }
  for (const id of before) {
    if (after.has(id)) continue
    const [was, is] = [old.get(id), now.get(id)]
    if (is === undefined) addTo(bars, was?.isPublic ? 'withdrawn_person' : 'protected', -1)
    else addTo(bars, is.mergedInto === null ? 'no_longer_named' : 'merged', -1)
  }
  return { headline: 'named', before: before.size, after: after.size, bars: barsOf(bars) }
}

/**
 * Each headline number in two editions and why it moved. Every event and every person has one
 * reason, read from what changed in it, so the bars add up to the difference by construction.
 */
export const compareHeadlines = async (a: Kysely<Records>, b: Kysely<Records>): Promise<Waterfall[]> => [
  ...(await compareEvents(a, b)),
  await compareNamed(a, b),
]

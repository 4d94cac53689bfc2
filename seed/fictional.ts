import type { Batch } from './batch.ts'
import { inventActions, inventLinks } from './fictional/actions.ts'
import { releasingCountries, takenTo } from './fictional/countries.ts'
import { inventEvent, type Plan, planEvent } from './fictional/events.ts'
import { inventDetainee } from './fictional/people.ts'
import { inTurn, type Random, randomOf } from './fictional/random.ts'
import { citing, inventSources } from './fictional/sources.ts'
import { destinationOf } from './parts.ts'

export type FictionalOptions = {
  /** How many people to invent. */
  readonly detainees: number
  /** A whole number; the same one gives the same batches. */
  readonly seed: number
  /** People to each release event: 9 when not given. A register of the world has about fifty. */
  readonly perEvent?: number
}

const peopleInABatch = 2000
const peopleInAnEvent = 9

/** Every fourth person was never released; some were twice, the first time perhaps refusing to leave. */
const planReleases = (
  number: number,
  plans: readonly Omit<Plan, 'detainees'>[],
): readonly { readonly plan: Omit<Plan, 'detainees'>; readonly refuses: boolean }[] => {
  if (number % 4 === 3) return []
  const first = plans[number % plans.length]
  if (first === undefined) return []
  const later = number % 25 === 2 ? plans.filter(({ year }) => year > first.year) : []
  const second = later[number % later.length]
  const refuses = number % 50 === 2 || number % 61 === 5
  return [{ plan: first, refuses }, ...(second === undefined ? [] : [{ plan: second, refuses: false }])]
}

const inventBatch = (index: number, size: number, perEvent: number, random: Random): Batch => {
  const prefix = `fictional-${index}`
  const firstPerson = index * peopleInABatch
  const eventCount = Math.max(1, Math.ceil(size / perEvent))
  const firstEvent = index * Math.ceil(peopleInABatch / perEvent)
  const plans = Array.from({ length: eventCount }, (_, turn) => planEvent(prefix, firstEvent + turn, random))
  const sources = inventSources(prefix, Math.max(5, Math.ceil(size / 25)), random)
  const cite = citing(sources, random)

  const lives = Array.from({ length: size }, (_, turn) => {
    const number = firstPerson + turn
    return { number, key: `${prefix}-person-${number}`, releases: planReleases(number, plans) }
  })
  const detainees = lives.map(({ number, key, releases }) => {
    const country = releases[0]?.plan.country ?? inTurn(releasingCountries, number)
    return inventDetainee({ key, number, country, released: releases.map(({ plan }) => plan.year) }, random, cite)
  })
  const named = Map.groupBy(
    lives.flatMap(({ key, releases }) => releases.map(({ plan, refuses }) => ({ key, event: plan.key, refuses }))),
    ({ event }) => event,
  )
  const copies = sources.filter(({ copyOf }) => copyOf !== null)
  const events = plans.map((plan) => inventEvent({ ...plan, detainees: named.get(plan.key) ?? [] }, random, cite, copies))
  const actions = inventActions(prefix, Math.floor(firstPerson / 50), Math.max(1, Math.ceil(size / 50)), random, cite)

  return {
    author: 'Habeas seed: fictional',
    reason: `Invented people ${firstPerson + 1} to ${firstPerson + size}, for tests and training.`,
    sources,
    detainees,
    destinations: [...new Set([...takenTo, ...releasingCountries])].map(destinationOf),
    releaseEvents: events,
    releaseEventCorrections: [],
    sanctionsActions: actions,
    sanctionsActionCorrections: [],
    releaseSanctions: inventLinks(actions, events, cite),
  }
}

/**
 * Invented people in an invented country, 2,000 to a batch, each batch complete in itself and
 * made when it is asked for. The same options give the same batches on every machine. From about
 * 1,000 people on, every oddity listed in seed/README.md is among them.
 */
export function* fictionalBatches({ detainees, seed, perEvent = peopleInAnEvent }: FictionalOptions): Generator<Batch, void, undefined> {
  for (let index = 0; index * peopleInABatch < detainees; index += 1) {
    const size = Math.min(peopleInABatch, detainees - index * peopleInABatch)
    yield inventBatch(index, size, perEvent, randomOf(seed, index))
  }
}

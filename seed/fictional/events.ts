import { basisLabels, departureModeLabels, destinationStateLabels, noteKindLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { EventNote, ReleaseEvent, ReleasePerson, Source } from '../batch.ts'
import { releasingCountries, takenTo } from './countries.ts'
import { inventCounts, shapes } from './counts.ts'
import { someDate } from './dates.ts'
import { inTurn, type Random } from './random.ts'
import type { Cite } from './sources.ts'

/** An event before its details: when, from where, and who is named in it. */
export type Plan = {
  readonly key: string
  /** The event's number over all batches. */
  readonly number: number
  readonly year: number
  readonly country: string
  readonly detainees: readonly { readonly key: string; readonly refuses: boolean }[]
}

const bases = Object.keys(basisLabels) as (keyof typeof basisLabels)[]
const modes = Object.keys(departureModeLabels) as (keyof typeof departureModeLabels)[]
const noteKinds = Object.keys(noteKindLabels) as (keyof typeof noteKindLabels)[]
const onTheWay = (Object.keys(destinationStateLabels) as (keyof typeof destinationStateLabels)[]).filter(
  (state) => state !== 'refused_departure' && state !== 'remained',
)

/** Events are far apart in time, and each later one of a batch is as likely in any decade. */
export const planEvent = (prefix: string, number: number, random: Random): Omit<Plan, 'detainees'> => ({
  key: `${prefix}-event-${number}`,
  number,
  year: random.int(1975, 2024),
  country: inTurn(releasingCountries, number),
})

/** Up to three places; in each fourth event some stayed in the country that released them. */
const destinationsOf = ({ number, country }: Plan, random: Random): readonly string[] => {
  const first = random.int(0, takenTo.length - 1)
  const abroad = Array.from({ length: random.int(1, 3) }, (_, index) => inTurn(takenTo, first + index))
  return number % 4 === 3 ? [country, ...abroad] : abroad
}

const release = (
  { key, refuses }: Plan['detainees'][number],
  country: string,
  destinations: readonly string[],
  random: Random,
  cite: Cite,
): ReleasePerson => {
  const isNamedOnly = random.chance(0.3)
  const destination = refuses || isNamedOnly ? null : random.pick(destinations)
  const abroad = destination === null ? 'not_stated' : random.pick(onTheWay)
  const destinationState = refuses ? 'refused_departure' : destination === country ? 'remained' : abroad
  const leaves = destination !== null && destination !== country
  return {
    detainee: key,
    destination,
    destinationState,
    departureMode: leaves && random.chance(0.5) ? random.pick(modes) : null,
    evidence: [
      cite('releaseEvent', 'named among those released'),
      ...(destination === null ? [] : [cite('destination', destination)]),
      ...(refuses ? [cite('destinationState', destinationState)] : []),
    ],
  }
}

const notes = ({ number }: Plan, cite: Cite): readonly EventNote[] => {
  if (number % 3 === 2) return []
  const kind = inTurn(noteKinds, number)
  const isSaid = number % 2 === 0
  return [
    {
      kind,
      saidBy: isSaid ? 'An invented envoy' : null,
      saidByRole: isSaid ? 'Envoy of an invented office' : null,
      text: `An invented remark on event ${number}.`,
      evidence: [cite('text', null)],
    },
  ]
}

/** A release event in the shape whose turn it is. */
export const inventEvent = (plan: Plan, random: Random, cite: Cite, copies: readonly Source[]): ReleaseEvent => {
  const { key, number, year, country } = plan
  const destinations = destinationsOf(plan, random)
  const people = plan.detainees.map((detainee) => release(detainee, country, destinations, random, cite))
  const date = someDate(year, number, random)
  const basis = inTurn(bases, number)
  const scene = { turn: number, people, destinations, random, cite, copies }
  return {
    key,
    title: `${countryName(country)}: invented release ${number}`,
    date,
    country,
    basis,
    summary: number % 10 === 9 ? 'An invented release, for practice.' : null,
    counts: inventCounts(inTurn(shapes, number), scene),
    people,
    notes: notes(plan, cite),
    evidence: [
      cite('country', country),
      ...(date.edtf === null ? [] : [cite('date', date.edtf)]),
      ...(date.edtf !== null && number % 6 === 0 ? [cite('date', String(year + 1))] : []),
      ...(basis === 'not_stated' ? [] : [cite('basis', basis)]),
    ],
  }
}

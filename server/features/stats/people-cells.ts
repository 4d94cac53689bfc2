import type { Tally } from '#contract/stats.ts'
import type { Cell } from './claim-cells.queries.ts'
import type { Keys } from './keys.queries.ts'
import type { Fact, PeopleFacts } from './people-facts.queries.ts'

/** What one cell holds: each event once, and the people in it event by event. */
export type Gathered = {
  readonly keys: readonly (string | null)[]
  readonly events: Set<number>
  readonly facts: Fact[]
}

/** Every pair of a value of the first dimension and one of the second. */
const combined = (values: readonly (readonly (string | null)[])[]): (string | null)[][] =>
  values.reduce<(string | null)[][]>((rows, own) => rows.flatMap((row) => own.map((value) => [...row, value])), [[]])

const byKeys = (a: Gathered, b: Gathered): number => {
  for (const [place, left] of a.keys.entries()) {
    const right = b.keys[place] ?? null
    if (left === right) continue
    if (left === null || right === null) return left === null ? -1 : 1
    return left < right ? -1 : 1
  }
  return 0
}

/** Events and people put into cells by one or two dimensions, in the order of their keys, "in no unit" first. */
export const gather = ({ events, facts }: PeopleFacts, by: readonly Keys[]): Gathered[] => {
  const cells = new Map<string, Gathered>()
  const cellOf = (keys: (string | null)[]): Gathered => {
    const name = JSON.stringify(keys)
    const cell = cells.get(name) ?? { keys, events: new Set(), facts: [] }
    cells.set(name, cell)
    return cell
  }
  for (const event of events) {
    for (const keys of combined(by.map(({ ofEvent }) => ofEvent(event)))) cellOf(keys).events.add(event.id)
  }
  for (const fact of facts) {
    for (const keys of combined(by.map(({ ofFact }) => ofFact(fact)))) cellOf(keys).facts.push(fact)
  }
  return [...cells.values()].toSorted(byKeys)
}

/** Releases in exact sums, people once each; lowest is who is surely counted, highest who may be. */
export const tallyOf = (events: number, facts: readonly Fact[]): Tally => {
  const sure = facts.filter(({ surely }) => surely)
  const distinct = (some: readonly Fact[]) => new Set(some.map(({ person }) => person)).size
  return {
    events,
    reported: { lowest: sure.length, best: sure.length, highest: facts.length, openLow: false, openHigh: false },
    people: { lowest: distinct(sure), highest: distinct(facts) },
  }
}

export const cellOf = ({ keys, events, facts }: Gathered): Cell => ({ keys, ...tallyOf(events.size, facts) })

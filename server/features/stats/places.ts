import { addCounts } from '#contract/charts/add-counts.ts'
import { countsPeople } from '#contract/counting-rules.ts'
import type { Tally } from '#contract/stats.ts'
import type { RecordFile } from '../../db/record-file.ts'
import { findClaimCells } from './claim-cells.queries.ts'
import { type Counted, ruleOf } from './counted.ts'
import { findKeys } from './keys.queries.ts'
import { gather, tallyOf } from './people-cells.ts'
import { findPeopleFacts } from './people-facts.queries.ts'

export type Place = Tally & { readonly code: string; readonly stayed: boolean }

const by = ['destination', 'country'] as const

const placeOf = ([to, from]: readonly (string | null)[]): string => JSON.stringify([to ?? 'not_stated', to === from])

/** Cells by destination and country, put together by place and staying. An event has one country, so events add. */
const together = <One extends { readonly keys: readonly (string | null)[] }>(
  cells: readonly One[],
  sum: (own: readonly One[]) => Tally,
): Place[] =>
  [...Map.groupBy(cells, ({ keys }) => placeOf(keys))]
    .map(([place, own]) => {
      const [code, stayed] = JSON.parse(place) as [string, boolean]
      return { code, stayed, ...sum(own) }
    })
    .toSorted((a, b) => b.reported.best - a.reported.best || (a.code < b.code ? -1 : 1))

/** Destinations with those who stayed in the releasing country apart: staying is not being taken anywhere. */
export const findPlaces = async (file: RecordFile, query: Counted): Promise<Place[]> => {
  if (!countsPeople(ruleOf(query))) {
    return together(await findClaimCells(file, query, by), (own) => ({
      events: own.reduce((total, { events }) => total + events, 0),
      reported: addCounts(own.map(({ reported }) => reported)),
      people: null,
    }))
  }
  const people = await findPeopleFacts(file, query)
  const keys = await Promise.all(by.map((dimension) => findKeys(file, query, dimension, people)))
  return together(gather(people, keys), (own) =>
    tallyOf(
      own.reduce((total, { events }) => total + events.size, 0),
      own.flatMap(({ facts }) => facts),
    ),
  )
}

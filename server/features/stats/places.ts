import { addCounts } from '#contract/charts/add-counts.ts'
import type { Tally } from '#contract/stats.ts'
import type { Cell } from './claim-cells.queries.ts'
import { type Gathered, tallyOf } from './people-cells.ts'

export type Place = Tally & { readonly code: string; readonly stayed: boolean }

const placeOf = ([to, from]: readonly (string | null)[]): string => JSON.stringify([to ?? 'not_stated', to === from])

/** Cells by destination and country, put together by place and staying. An event has one country, so events add. */
export const together = <One extends { readonly keys: readonly (string | null)[] }>(
  cells: readonly One[],
  sum: (own: readonly One[]) => Tally,
): Place[] =>
  [...Map.groupBy(cells, ({ keys }) => placeOf(keys))]
    .map(([place, own]) => {
      const [code, stayed] = JSON.parse(place) as [string, boolean]
      return { code, stayed, ...sum(own) }
    })
    .toSorted((a, b) => b.reported.best - a.reported.best || (a.code < b.code ? -1 : 1))

/** Staying is not being taken anywhere: who stayed is apart from who was taken to the same country. */
export const placesOfClaims = (cells: readonly Cell[]): Place[] =>
  together(cells, (own) => ({
    events: own.reduce((total, { events }) => total + events, 0),
    reported: addCounts(own.map(({ reported }) => reported)),
    people: null,
  }))

export const placesOfPeople = (cells: readonly Gathered[]): Place[] =>
  together(cells, (own) =>
    tallyOf(
      own.reduce((total, { events }) => total + events.size, 0),
      own.flatMap(({ facts }) => facts),
    ),
  )

import { dayOf, releaseEventWarnings } from '#contract/release-event-warnings.ts'
import type { Draft } from './draft.ts'
import { countryOf } from '#client/components/entry/country-of.ts'
import { readNumber } from '#client/components/entry/read-number.ts'
import { sourceLabel } from '#client/components/entry/source-draft.ts'

const numberOf = (typed: string): number | null => {
  const read = readNumber(typed)
  return read === 'empty' ? null : read
}

/** What cannot well be so in the form as it is being filled in: the reviewer will read the same. */
export const warningsOfDraft = (
  { date, sources, counts, people }: Pick<Draft, 'date' | 'sources' | 'counts' | 'people'>,
  today = new Date(),
): string[] =>
  releaseEventWarnings(
    {
      date,
      sources: sources.map((source) => ({ name: sourceLabel(source), published: source.published })),
      counts: counts.map((count) => ({ ...count, best: numberOf(count.best), highest: numberOf(count.highest) })),
      named: people.length,
      people: people.map((person) => ({
        name: person.newPerson?.name ?? person.known.name,
        destination: countryOf(person.destination),
        destinationState: person.destinationState,
        onwardCountry: countryOf(person.onwardCountry),
        onward: person.onward,
      })),
      newNames: people.flatMap(({ newPerson }) => newPerson?.name ?? []),
    },
    dayOf(today),
  )

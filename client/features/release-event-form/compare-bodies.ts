import {
  basisLabels,
  departureModeLabels,
  destinationStateLabels,
  linkLabels,
  noteKindLabels,
  populationLabels,
  qualifierLabels,
} from '#contract/codes.ts'
import { formatNumber } from '#contract/charts/format-count.ts'
import { countryName } from '#contract/countries.ts'
import { readDate } from '#contract/dates/read-date.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { EvidenceWrite } from '#contract/source-write.ts'
import { saysOtherwise } from '#contract/says-otherwise.ts'
import { assertedWords } from '#client/lib/asserted-words.ts'
import type { Difference } from '#client/components/entry/form-kind.ts'
import type { KnownRecords } from './known-records.ts'
import { countLabel } from './row-labels.ts'

type Line = { readonly key: string; readonly label: string; readonly words: string }

/** Quotes, and what a source asserts where that is not the value itself: the value stands beside it already. */
const quotes = (evidence: readonly EvidenceWrite[], main: string, values: Readonly<Record<string, string | null>> = {}): string[] => [
  ...new Set(
    evidence.flatMap(({ field, quote, asserts }) => [
      ...(quote === null ? [] : [`“${quote}”`]),
      ...(asserts !== null && saysOtherwise(asserts, values[field ?? main] ?? null)
        ? [`its source says otherwise: ${assertedWords(field ?? main, asserts)}`]
        : []),
    ]),
  ),
]

const edtfOf = (typed: string): string | null => {
  const read = readDate(typed)
  return 'problem' in read ? null : read.date.edtf
}

const joined = (...items: readonly (string | null | readonly string[])[]): string =>
  items.flatMap((item) => item ?? []).filter((item) => item !== '').join('\n')

const linesOf = (body: ReleaseEventWrite, known: KnownRecords): Line[] => {
  const rowKey = (part: string, { id }: { id: number | null }, words: string) => `${part} ${id ?? words}`
  return [
    { key: 'title', label: 'Title', words: joined(body.title, quotes(body.evidence.title, 'title')) },
    { key: 'date', label: 'Date', words: joined(body.date || 'not stated', quotes(body.evidence.date, 'date', { date: edtfOf(body.date) })) },
    { key: 'country', label: 'Releasing country', words: joined(countryName(body.country), quotes(body.evidence.country, 'country', { country: body.country })) },
    { key: 'basis', label: 'Basis', words: joined(basisLabels[body.basis], quotes(body.evidence.basis, 'basis', { basis: body.basis })) },
    { key: 'summary', label: 'Summary', words: joined(body.summary ?? 'none', quotes(body.evidence.summary, 'summary')) },
    ...body.counts.map((count) => {
      const isCountry = count.dimension === 'destination' || count.dimension === 'nationality'
      const label = countLabel({ ...count, cell: isCountry ? countryName(count.cell) : count.cell })
      const bounds = count.qualifier === 'range' || count.qualifier === 'about' ? ` (${count.lowest ?? '?'} to ${count.highest ?? '?'})` : ''
      const words = joined(
        `${qualifierLabels[count.qualifier]} ${formatNumber(count.best)}${bounds}`,
        populationLabels[count.population],
        count.saidBy,
        quotes(count.evidence, 'best', { best: String(count.best), population: count.population }),
      )
      return { key: rowKey('count', count, label), label, words }
    }),
    ...body.people.map((person) => {
      const label = person.newPerson?.name ?? known.people.get(person.detaineeId ?? 0)?.name ?? `D-${person.detaineeId}`
      const words = joined(
        person.destination === null ? 'destination not stated' : countryName(person.destination),
        destinationStateLabels[person.destinationState],
        person.departureMode === null ? null : departureModeLabels[person.departureMode],
        person.restrictions,
        person.onwardCountry === null ? null : `taken on to ${countryName(person.onwardCountry)}, date ${person.onward}`,
        quotes(person.evidence, 'releaseEvent', {
          destination: person.destination,
          destinationState: person.destinationState,
          departureMode: person.departureMode,
          onwardCountry: person.onwardCountry,
          onward: edtfOf(person.onward),
        }),
      )
      return { key: rowKey('person', person, label), label, words }
    }),
    ...body.links.map((link) => {
      const label = known.actions.get(link.sanctionsActionId) ?? `S-${link.sanctionsActionId}`
      return { key: rowKey('link', link, label), label, words: joined(linkLabels[link.relation], link.saidBy, quotes(link.evidence, 'relation', { relation: link.relation })) }
    }),
    ...body.notes.map((note) => ({
      key: rowKey('note', note, note.text),
      label: `Note, ${noteKindLabels[note.kind].toLowerCase()}`,
      words: joined(note.text, note.saidBy, note.saidByRole, quotes(note.evidence, 'text')),
    })),
  ]
}

/** Where the record as it is and my version of it differ, in words, in the order of the form. */
export const compareBodies = (theirs: ReleaseEventWrite, mine: ReleaseEventWrite, known: KnownRecords): Difference[] => {
  const now = new Map(linesOf(theirs, known).map((line) => [line.key, line]))
  const own = new Map(linesOf(mine, known).map((line) => [line.key, line]))
  return [...new Map([...own, ...now]).values()].flatMap(({ key, label }) => {
    const sides = { theirs: now.get(key)?.words ?? null, mine: own.get(key)?.words ?? null }
    return sides.theirs === sides.mine ? [] : [{ key, label, ...sides }]
  })
}

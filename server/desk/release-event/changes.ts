import type { ProposedChange } from '#contract/proposals.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import type { EvidenceWrite } from '#contract/source-write.ts'
import { noteKindLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import { saysOtherwise } from '#contract/says-otherwise.ts'
import type { Names } from './names.ts'
import { dateFrom } from './typed-date.ts'
import {
  assertedWords,
  basisWords,
  countLabel,
  countWords,
  dateWords,
  linkWords,
  newSourceWords,
  noteWords,
  personName,
  personWords,
  sourceName,
} from './words.ts'

/** One value or row of a write body as a reviewer reads it. Equal keys are the same thing before and after. */
type Thing = {
  readonly key: string
  readonly label: string
  readonly words: string | null
  readonly evidence: ProposedChange['evidence']
  /** The evidence in full, as text: two that differ never read alike. */
  readonly support: string
}

const quoted = (item: EvidenceWrite, source: string): string =>
  [
    `${source}: ${item.quote === null ? 'no words kept' : `“${item.quote}”`}`,
    item.saidBy && `said by ${item.saidBy}`,
    item.asserts && `asserts ${item.asserts}`,
    item.field && `for ${item.field}`,
  ]
    .filter(Boolean)
    .join('; ')

/** The values of a thing as evidence asserts them, by field; null where there is nothing to compare. */
type Values = Readonly<Record<string, string | null>>

const codeOrNull = (code: string | null): string | null => (code === 'not_stated' ? null : code)

const supportOf = (body: ReleaseEventWrite, names: Names) => {
  const sources = new Map(body.sources.map((source) => [source.key, sourceName(source, names)]))
  return (list: readonly EvidenceWrite[], main: string, values: Values): Pick<Thing, 'evidence' | 'support'> => {
    const nameOf = (item: EvidenceWrite) => sources.get(item.source) ?? item.source
    const otherwise = ({ field, asserts }: EvidenceWrite) =>
      asserts !== null && saysOtherwise(asserts, values[field ?? main] ?? null) ? assertedWords(field ?? main, asserts) : null
    return {
      evidence: list.map((item) => ({
        source: nameOf(item),
        quote: item.quote,
        saidBy: item.saidBy,
        otherwise: otherwise(item),
      })),
      support: list.map((item) => quoted(item, nameOf(item))).toSorted().join('\n'),
    }
  }
}

const thingsOf = (body: ReleaseEventWrite, names: Names): Thing[] => {
  const support = supportOf(body, names)
  const keyed = (part: string, id: number | null, index: number) => (id === null ? `${part} new ${index}` : `${part} ${id}`)
  return [
    { key: 'title', label: 'Title', words: body.title, ...support(body.evidence.title, 'title', {}) },
    { key: 'date', label: 'Date', words: dateWords(body.date), ...support(body.evidence.date, 'date', { date: dateFrom(body.date).edtf }) },
    { key: 'country', label: 'Releasing country', words: countryName(body.country), ...support(body.evidence.country, 'country', { country: body.country }) },
    { key: 'basis', label: 'Basis', words: basisWords(body.basis), ...support(body.evidence.basis, 'basis', { basis: codeOrNull(body.basis) }) },
    { key: 'summary', label: 'Summary', words: body.summary, ...support(body.evidence.summary, 'summary', {}) },
    ...body.counts.map((count, index) => ({
      key: keyed('count', count.id, index),
      label: countLabel(count),
      words: countWords(count),
      ...support(count.evidence, 'best', { best: String(count.best), population: codeOrNull(count.population) }),
    })),
    ...body.people.map((person, index) => ({
      key: keyed('person', person.id, index),
      label: `Person, ${personName(person, names)}`,
      words: personWords(person, names),
      ...support(person.evidence, 'releaseEvent', {
        destination: person.destination,
        destinationState: codeOrNull(person.destinationState),
        departureMode: person.departureMode,
      }),
    })),
    ...body.links.map((link, index) => ({
      key: keyed('link', link.id, index),
      label: `Sanctions action, ${names.action(link.sanctionsActionId)}`,
      words: linkWords(link, names),
      ...support(link.evidence, 'relation', { relation: link.relation }),
    })),
    ...body.notes.map((note, index) => ({
      key: keyed('note', note.id, index),
      label: `Note, ${noteKindLabels[note.kind].toLowerCase()}`,
      words: noteWords(note),
      ...support(note.evidence, 'text', {}),
    })),
    ...body.sources
      .filter((source) => source.id === null)
      .map((source) => ({
        key: `source new ${source.key}`,
        label: 'New source',
        words: newSourceWords(source),
        evidence: [],
        support: '',
      })),
  ]
}

const changesOf = (before: Thing | undefined, after: Thing | undefined): ProposedChange[] => {
  const label = after?.label ?? before?.label ?? ''
  const changes: ProposedChange[] = []
  if ((before?.words ?? null) !== (after?.words ?? null)) {
    changes.push({
      label,
      before: before?.words ?? null,
      after: after?.words ?? null,
      evidence: [...(after?.evidence ?? [])],
    })
  }
  if (before && after && before.support !== after.support) {
    changes.push({
      label: `${label}: evidence`,
      before: before.support || null,
      after: after.support || null,
      evidence: [...after.evidence],
    })
  }
  return changes
}

/**
 * What turning one body into the other changes, as a reviewer reads it, in the order of the
 * form; what is removed comes last. A null body is a record that is not there.
 */
export const changesBetween = (
  before: ReleaseEventWrite | null,
  after: ReleaseEventWrite | null,
  names: Names,
): ProposedChange[] => {
  const old = new Map((before ? thingsOf(before, names) : []).map((thing) => [thing.key, thing]))
  const next = after ? thingsOf(after, names) : []
  const kept = new Set(next.map((thing) => thing.key))
  return [
    ...next.flatMap((thing) => changesOf(old.get(thing.key), thing)),
    ...[...old.values()].filter((thing) => !kept.has(thing.key)).flatMap((thing) => changesOf(thing, undefined)),
  ]
}

import type { ProposedChange } from '#contract/proposals.ts'
import { saysOtherwise } from '#contract/says-otherwise.ts'
import type { EvidenceWrite, SourceWrite } from '#contract/source-write.ts'
import type { Names } from './names.ts'
import { newSourceWords, sourceName } from './source-words.ts'

/** One value or row of a write body as a reviewer reads it. Equal keys are the same thing before and after. */
export type Thing = {
  readonly key: string
  readonly label: string
  /** Where it stands in the body, for a form to find. */
  readonly path?: string
  readonly words: string | null
  readonly evidence: ProposedChange['evidence']
  /** The evidence in full, as text: two that differ never read alike. */
  readonly support: string
}

/** The values of a thing as evidence asserts them, by field; null where there is nothing to compare. */
export type Values = Readonly<Record<string, string | null>>

export type AssertedWords = (field: string, asserted: string) => string

const quoted = (item: EvidenceWrite, source: string): string =>
  [
    `${source}: ${item.quote === null ? 'no words kept' : `“${item.quote}”`}`,
    item.saidBy && `said by ${item.saidBy}`,
    item.asserts && `asserts ${item.asserts}`,
    item.field && `for ${item.field}`,
  ]
    .filter(Boolean)
    .join('; ')

/** How the evidence of one body reads; `assertedWords` says what is asserted for a field in words. */
export const supportOf = (bodySources: readonly SourceWrite[], names: Names, assertedWords: AssertedWords) => {
  const sources = new Map(bodySources.map((source) => [source.key, sourceName(source, names)]))
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

/** Sources that the register does not have yet. */
export const newSourceThings = (sources: readonly SourceWrite[]): Thing[] =>
  sources.flatMap((source, index) =>
    source.id === null
      ? [
          {
            key: `source new ${source.key}`,
            path: `sources.${index}`,
            label: 'New source',
            words: newSourceWords(source),
            evidence: [],
            support: '',
          },
        ]
      : [],
  )

const changesOf = (before: Thing | undefined, after: Thing | undefined): ProposedChange[] => {
  const label = after?.label ?? before?.label ?? ''
  const path = after?.path === undefined ? {} : { path: after.path }
  const changes: ProposedChange[] = []
  if ((before?.words ?? null) !== (after?.words ?? null)) {
    changes.push({
      label,
      ...path,
      before: before?.words ?? null,
      after: after?.words ?? null,
      evidence: [...(after?.evidence ?? [])],
    })
  }
  if (before && after && before.support !== after.support) {
    changes.push({
      label: `${label}: evidence`,
      ...path,
      before: before.support || null,
      after: after.support || null,
      evidence: [...after.evidence],
    })
  }
  return changes
}

/** What turning the one into the other changes, in the order of the form; what is removed comes last. */
export const compareThings = (before: readonly Thing[], after: readonly Thing[]): ProposedChange[] => {
  const old = new Map(before.map((thing) => [thing.key, thing]))
  const kept = new Set(after.map((thing) => thing.key))
  return [
    ...after.flatMap((thing) => changesOf(old.get(thing.key), thing)),
    ...before.filter((thing) => !kept.has(thing.key)).flatMap((thing) => changesOf(thing, undefined)),
  ]
}

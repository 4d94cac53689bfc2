import type { Draft, EvidenceDraft, ListName, RowOf, SourceDraft } from './draft.ts'

/*
 * What can happen to a draft: pure functions, each giving the next one. Rows that did not
 * change keep their identity, so that only those that did are drawn again.
 */

// A list of the draft is one type for each name; TypeScript sees the union of all.
const listOf = <L extends ListName>(draft: Draft, list: L) => draft[list] as readonly RowOf<L>[]

export const withRowChanged = <L extends ListName>(draft: Draft, list: L, uid: string, patch: Partial<RowOf<L>>): Draft => ({
  ...draft,
  [list]: listOf(draft, list).map((row) => (row.uid === uid ? { ...row, ...patch } : row)),
})

export const withRowAdded = <L extends ListName>(draft: Draft, list: L, row: RowOf<L>, at = Infinity): Draft => ({
  ...draft,
  [list]: listOf(draft, list).toSpliced(at, 0, row),
})

const isTouched = ({ quote, saidBy, asserts, ids }: EvidenceDraft): boolean =>
  quote !== '' || saidBy !== '' || asserts !== '' || Object.keys(ids).length > 0

/** Evidence that named a source which is gone: what was typed asks for another, the rest follows the main one. */
const withoutSource = (evidence: readonly EvidenceDraft[], key: string, wasMain: boolean): readonly EvidenceDraft[] => {
  const rests = (item: EvidenceDraft) => item.source === key || (wasMain && item.source === 'main')
  if (!evidence.some(rests)) return evidence
  return evidence.map((item) => (rests(item) ? { ...item, source: isTouched(item) ? '' : 'main' } : item))
}

const withoutSourceRow = (draft: Draft, source: SourceDraft): Draft => {
  const wasMain = draft.mainSource === source.key
  const rest = draft.sources.filter((other) => other !== source)
  const clean = <Row extends { readonly evidence: readonly EvidenceDraft[] }>(row: Row): Row => {
    const evidence = withoutSource(row.evidence, source.key, wasMain)
    return evidence === row.evidence ? row : { ...row, evidence }
  }
  const { title, date, country, basis, summary } = draft.evidence
  const of = (list: readonly EvidenceDraft[]) => withoutSource(list, source.key, wasMain)
  return {
    ...draft,
    sources: rest,
    mainSource: wasMain ? (rest.length === 1 ? (rest[0]?.key ?? '') : '') : draft.mainSource,
    counts: draft.counts.map(clean),
    people: draft.people.map(clean),
    links: draft.links.map(clean),
    notes: draft.notes.map(clean),
    evidence: { title: of(title), date: of(date), country: of(country), basis: of(basis), summary: of(summary) },
  }
}

/** A source that is added is the one that what is typed next comes from. */
export const withSourceAdded = (draft: Draft, source: SourceDraft): Draft => ({
  ...draft,
  sources: [...draft.sources, source],
  mainSource: draft.sources.length === 0 || draft.changeKind !== 'new' ? source.key : draft.mainSource,
})

export const withRowRemoved = (draft: Draft, list: ListName, uid: string): Draft => {
  const source = list === 'sources' ? draft.sources.find((row) => row.uid === uid) : undefined
  if (source !== undefined) return withoutSourceRow(draft, source)
  return { ...draft, [list]: listOf(draft, list).filter((row) => row.uid !== uid) }
}

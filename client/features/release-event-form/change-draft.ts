import type { EvidenceDraft, MapEvidence } from '#client/components/entry/entry-draft.ts'
import type { Draft, ListName, RowOf } from './draft.ts'

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

export const withRowRemoved = (draft: Draft, list: ListName, uid: string): Draft => ({
  ...draft,
  [list]: listOf(draft, list).filter((row) => row.uid !== uid),
})

export const mapEvidence: MapEvidence<Draft> = (draft, of) => {
  const within = <Row extends { readonly evidence: readonly EvidenceDraft[] }>(row: Row): Row => {
    const evidence = of(row.evidence)
    return evidence === row.evidence ? row : { ...row, evidence }
  }
  const { title, date, country, basis, summary } = draft.evidence
  return {
    ...draft,
    counts: draft.counts.map(within),
    people: draft.people.map(within),
    links: draft.links.map(within),
    notes: draft.notes.map(within),
    evidence: { title: of(title), date: of(date), country: of(country), basis: of(basis), summary: of(summary) },
  }
}

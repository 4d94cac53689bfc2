import type { EvidenceDraft, MapEvidence } from '#client/components/entry/entry-draft.ts'
import type { Lists, RecordDraft, RowDraft } from './record-draft.ts'

/*
 * What can happen to a draft: pure functions, each giving the next one. Rows that did not change
 * keep their identity, so that only those that did are drawn again.
 */

type Holder = { readonly lists: Lists }

const withLists = <H extends Holder>(holder: H, of: (rows: readonly RowDraft[], name: string) => readonly RowDraft[]): H => {
  const lists = Object.entries(holder.lists).map(([name, rows]) => [name, of(rows, name)] as const)
  return lists.every(([name, rows]) => rows === holder.lists[name]) ? holder : { ...holder, lists: Object.fromEntries(lists) }
}

const mapRows = (rows: readonly RowDraft[], of: (row: RowDraft) => RowDraft): readonly RowDraft[] => {
  const next = rows.map(of)
  return next.every((row, index) => row === rows[index]) ? rows : next
}

/** Changes the row of this name, wherever it stands. */
export const withRow = <H extends Holder>(holder: H, uid: string, of: (row: RowDraft) => RowDraft): H =>
  withLists(holder, (rows) => mapRows(rows, (row) => (row.uid === uid ? of(row) : withRow(row, uid, of))))

/** Adds a row to a list of the record, or of the row that it stands in. */
export const withRowAdded = (draft: RecordDraft, within: string | null, list: string, row: RowDraft, at = Infinity): RecordDraft => {
  const add = <H extends Holder>(holder: H): H => withLists(holder, (rows, name) => (name === list ? rows.toSpliced(at, 0, row) : rows))
  return within === null ? add(draft) : withRow(draft, within, add)
}

export const withRowRemoved = (draft: RecordDraft, uid: string): RecordDraft => {
  const remove = <H extends Holder>(holder: H): H =>
    withLists(holder, (rows) => mapRows(rows.some((row) => row.uid === uid) ? rows.filter((row) => row.uid !== uid) : rows, remove))
  return remove(draft)
}

export type Place = { readonly within: string | null; readonly list: string; readonly at: number; readonly row: RowDraft }

/** Where a row stands. */
export const placeOf = (draft: RecordDraft, uid: string): Place | null => {
  const look = (holder: Holder, within: string | null): Place | null => {
    for (const [list, rows] of Object.entries(holder.lists)) {
      for (const [at, row] of rows.entries()) {
        if (row.uid === uid) return { within, list, at, row }
        const inner = look(row, row.uid)
        if (inner !== null) return inner
      }
    }
    return null
  }
  return look(draft, null)
}

export const mapEvidence: MapEvidence<RecordDraft> = (draft, of) => {
  const within = (row: RowDraft): RowDraft => {
    const evidence = of(row.evidence)
    const next = withLists(row, (rows) => mapRows(rows, within))
    return evidence === row.evidence ? next : { ...next, evidence }
  }
  const evidence = Object.fromEntries(Object.entries(draft.evidence).map(([field, list]): [string, readonly EvidenceDraft[]] => [field, of(list)]))
  return { ...withLists(draft, (rows) => mapRows(rows, within)), evidence }
}

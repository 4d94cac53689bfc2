import { type WithId, mergeList, same } from '#client/components/entry/merge-list.ts'
import type { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { type Part, eventFields } from './draft.ts'

const parts: readonly Part[] = ['counts', 'people', 'links', 'notes']

/** A row that both sides have is mine, where I changed it, as a whole. */
const mergeRows = <Row extends WithId>(base: readonly Row[] | null, theirs: readonly Row[], mine: readonly Row[]): Row[] =>
  mergeList(base, theirs, mine, { both: (_before, _now, own) => own, anew: (row) => ({ ...row, id: null }) })

/** Evidence that the present version does not have any more is entered anew. */
const withLivingEvidence = (body: ReleaseEventWrite, theirs: ReleaseEventWrite): ReleaseEventWrite => {
  const all = (event: ReleaseEventWrite) => [
    ...eventFields.flatMap((field) => event.evidence[field]),
    ...parts.flatMap((part) => event[part].flatMap((row) => row.evidence)),
  ]
  const living = new Set(all(theirs).map(({ id }) => id))
  const seen = new Set<number>()
  const revived = <Item extends WithId>(list: readonly Item[]): Item[] =>
    list.map((item) => {
      const isOwn = item.id !== null && living.has(item.id) && !seen.has(item.id)
      if (isOwn && item.id !== null) seen.add(item.id)
      return isOwn ? item : { ...item, id: null }
    })
  const rows = <Row extends { evidence: WithId[] }>(list: readonly Row[]): Row[] =>
    list.map((row) => ({ ...row, evidence: revived(row.evidence) }))
  const { title, date, country, basis, summary } = body.evidence
  return {
    ...body,
    counts: rows(body.counts),
    people: rows(body.people),
    links: rows(body.links),
    notes: rows(body.notes),
    evidence: {
      title: revived(title),
      date: revived(date),
      country: revived(country),
      basis: revived(basis),
      summary: revived(summary),
    },
  }
}

/**
 * My changes put on the present version of a record. `base` is what I began from; where it is not
 * known, each value that differs counts as mine and each row only they have as theirs.
 */
export const mergeBodies = (
  base: ReleaseEventWrite | null,
  theirs: ReleaseEventWrite,
  mine: ReleaseEventWrite,
): ReleaseEventWrite => {
  const pick = <Field extends (typeof eventFields)[number]>(field: Field): ReleaseEventWrite[Field] =>
    base !== null && same(base[field], mine[field]) ? theirs[field] : mine[field]
  const support = (field: (typeof eventFields)[number]) =>
    mergeRows(base?.evidence[field] ?? null, theirs.evidence[field], mine.evidence[field])
  const merged: ReleaseEventWrite = {
    title: pick('title'),
    date: pick('date'),
    country: pick('country'),
    basis: pick('basis'),
    summary: pick('summary'),
    sources: [...mine.sources, ...theirs.sources.filter(({ key }) => !mine.sources.some((own) => own.key === key))],
    counts: mergeRows(base?.counts ?? null, theirs.counts, mine.counts),
    people: mergeRows(base?.people ?? null, theirs.people, mine.people),
    links: mergeRows(base?.links ?? null, theirs.links, mine.links),
    notes: mergeRows(base?.notes ?? null, theirs.notes, mine.notes),
    evidence: {
      title: support('title'),
      date: support('date'),
      country: support('country'),
      basis: support('basis'),
      summary: support('summary'),
    },
  }
  return withLivingEvidence(merged, theirs)
}

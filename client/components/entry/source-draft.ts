import type { SourceWrite } from '#contract/source-write.ts'
import { type EntryDraft, type EvidenceDraft, type MapEvidence, type SourceDraft, newUid } from './entry-draft.ts'

/** A source of the register goes by its number, a new one by the next key that is free. */
export const newSource = (sources: readonly SourceDraft[], more: Partial<SourceDraft> = {}): SourceDraft => {
  const taken = new Set(sources.map(({ key }) => key))
  let number = 1
  while (taken.has(`n${number}`)) number += 1
  return {
    uid: newUid('source'),
    key: more.id === undefined || more.id === null ? `n${number}` : `s${more.id}`,
    id: null,
    title: '',
    publisher: '',
    author: '',
    url: '',
    published: '',
    language: '',
    capture: null,
    ...more,
  }
}

export const sourceLabel = ({ id, title, publisher, url, key }: Omit<SourceDraft, 'uid'>): string => {
  const words = [publisher, title].filter((text) => text.trim() !== '').join(': ') || url.trim()
  return words === '' ? (id === null ? `New source ${key.slice(1)}` : `SRC-${id}`) : words
}

/** What a form calls the sources of the register that a body names by number. */
export type KnownSources = ReadonlyMap<number, { title: string | null; publisher: string | null; url: string | null }>

/** The sources of a body as the form shows them, and the one that new values rest on. */
export const sourceDrafts = (
  sources: readonly SourceWrite[],
  known: KnownSources,
): Pick<EntryDraft, 'sources' | 'mainSource'> => {
  const own = sources.find(({ id }) => id === null) ?? (sources.length === 1 ? sources[0] : undefined)
  return {
    mainSource: own?.key ?? '',
    sources: sources.map((source) => {
      const shown = source.id === null ? source : (known.get(source.id) ?? source)
      return {
        uid: newUid('source'),
        key: source.key,
        id: source.id,
        title: shown.title ?? '',
        publisher: shown.publisher ?? '',
        author: source.author ?? '',
        url: shown.url ?? '',
        published: source.published,
        language: source.language ?? '',
        capture: source.capture,
      }
    }),
  }
}

/** What is sent of a source: one of the register goes by its number alone. */
export const sourceInput = ({ uid: _uid, id, key, capture, ...described }: SourceDraft) =>
  id === null ? { key, capture, ...described } : { key, id, capture }

/** A source that is added is the one that what is typed next comes from. */
export const withSourceAdded = <D extends EntryDraft>(draft: D, source: SourceDraft): D => ({
  ...draft,
  sources: [...draft.sources, source],
  mainSource: draft.sources.length === 0 || draft.changeKind !== 'new' ? source.key : draft.mainSource,
})

const isTouched = ({ quote, saidBy, asserts, ids }: EvidenceDraft): boolean =>
  quote !== '' || saidBy !== '' || asserts !== '' || Object.keys(ids).length > 0

/** Evidence that named a source which is gone: what was typed asks for another, the rest follows the main one. */
const withoutSource = (evidence: readonly EvidenceDraft[], key: string, wasMain: boolean): readonly EvidenceDraft[] => {
  const rests = (item: EvidenceDraft) => item.source === key || (wasMain && item.source === 'main')
  if (!evidence.some(rests)) return evidence
  return evidence.map((item) => (rests(item) ? { ...item, source: isTouched(item) ? '' : 'main' } : item))
}

export const withSourceRemoved = <D extends EntryDraft>(draft: D, uid: string, mapEvidence: MapEvidence<D>): D => {
  const source = draft.sources.find((row) => row.uid === uid)
  if (source === undefined) return draft
  const wasMain = draft.mainSource === source.key
  const rest = draft.sources.filter((other) => other !== source)
  return {
    ...mapEvidence(draft, (list) => withoutSource(list, source.key, wasMain)),
    sources: rest,
    mainSource: wasMain ? (rest.length === 1 ? (rest[0]?.key ?? '') : '') : draft.mainSource,
  }
}

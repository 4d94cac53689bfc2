import type { Suggestion } from '#contract/captures.ts'
import { type EntryDraft, type EvidenceDraft, type MapEvidence, newEvidence } from '../entry-draft.ts'

/** Words selected in the text of a source. */
export type Words = {
  readonly quote: string
  /** Where they begin in the text, in UTF-16 code units. */
  readonly at: number
  /** The key of the source whose text it is. */
  readonly source: string
  /** What may be meant in them: numbers, dates, countries, people. */
  readonly near: readonly Suggestion[]
}

/** What taking words into a draft did, in a sentence for those who listen, or why it did nothing. */
export type Taken<D> =
  | {
      readonly draft: D
      readonly said: string
      /** The piece of evidence that holds the words: more can be put to it. */
      readonly piece?: string
      /** The field to go on in. */
      readonly focus?: string
    }
  | { readonly problem: string }

/** One way to take words into a draft: a key pressed in the text, or its button. */
export type Take<D> = {
  readonly key: string
  /** "Date" */
  readonly label: string
  readonly take: (draft: D, words: Words) => Taken<D>
}

const isFree = ({ quote, ids, source }: EvidenceDraft): boolean =>
  quote.trim() === '' && Object.keys(ids).length === 0 && (source === 'main' || source === '')

/**
 * Evidence with these words in it for the values in `supports`: in the piece that is still empty,
 * which keeps to what else it is for, or as one more. `asserts` is what they say where that is
 * not the value. Gives the piece's name too.
 */
export const withWords = (
  evidence: readonly EvidenceDraft[],
  { quote, at, source }: Words,
  { supports, mainSource, asserts = '' }: { supports: readonly string[]; mainSource: string; asserts?: string },
): { readonly evidence: readonly EvidenceDraft[]; readonly piece: string } => {
  const key = source === mainSource ? 'main' : source
  const same = evidence.find((item) => item.quote === quote && item.source === key && supports.every((name) => item.supports.includes(name)))
  if (same !== undefined) return { evidence, piece: same.uid }
  const free = evidence.find((item) => isFree(item) && item.supports.some((name) => supports.includes(name)))
  const filled = { ...newEvidence(supports), source: key, quote, at, asserts }
  const rest = free?.supports.filter((name) => !supports.includes(name)) ?? []
  return {
    evidence: [
      ...evidence.flatMap((item) => (item === free ? [filled, ...(rest.length === 0 ? [] : [{ ...free, supports: rest }])] : [item])),
      ...(free === undefined ? [filled] : []),
    ],
    piece: filled.uid,
  }
}

/** The first of a kind in the words, with how many there are. */
export const nearest = ({ near }: Words, kind: Suggestion['kind']): { first: Suggestion; count: number } | null => {
  const found = near.filter((item) => item.kind === kind)
  const [first] = found
  return first === undefined ? null : { first, count: found.length }
}

/** "(the first of 3 in these words)", nothing where there is one. */
export const ofSeveral = (count: number): string => (count > 1 ? ` (the first of ${count} in these words)` : '')

const sourceFields = [
  { key: '1', field: 'title', label: 'Source’s title' },
  { key: '2', field: 'publisher', label: 'Source’s publisher' },
  { key: '3', field: 'author', label: 'Source’s author' },
  { key: '4', field: 'published', label: 'Source’s date' },
] as const

/** What the text says of itself. */
const sourceTakes: readonly Take<EntryDraft>[] = sourceFields.map(({ key, field, label }) => ({
  key,
  label,
  take: (draft, { quote, source }) => {
    if (draft.sources.some((row) => row.key === source && row.id !== null)) {
      return { problem: 'This source is in the register already: correct it on its own page.' }
    }
    return {
      draft: { ...draft, sources: draft.sources.map((row) => (row.key === source ? { ...row, [field]: quote } : row)) },
      said: `${label}: ${quote}`,
    }
  },
}))

/** The takes that every kind of record has, after its own. Each changes what all drafts hold. */
export const withSourceTakes = <D extends EntryDraft>(own: readonly Take<D>[]): readonly Take<D>[] => [
  ...own,
  ...(sourceTakes as unknown as readonly Take<D>[]),
]

/** More can be put to what was filled last: other words for it, or who is quoted in them. */
export const withMore = <D extends EntryDraft>(draft: D, words: Words, last: string | null, key: string, mapEvidence: MapEvidence<D>): Taken<D> => {
  if (last === null) return { problem: 'Put words to a field first: this adds to the last one.' }
  let piece = last
  const next = mapEvidence(draft, (list) => {
    const item = list.find(({ uid }) => uid === last)
    if (item === undefined) return list
    if (key === quotedKey) return list.map((other) => (other === item ? { ...item, saidBy: words.quote } : other))
    const more = withWords(list, words, { supports: item.supports, mainSource: draft.mainSource })
    piece = more.piece
    return more.evidence
  })
  return { draft: next, said: key === quotedKey ? `Who is quoted: ${words.quote}` : `More words for it: “${words.quote}”`, piece }
}

export const moreKey = 'q'
export const quotedKey = 'i'
export const moreButtons = [
  { key: moreKey, label: 'More words for the last one' },
  { key: quotedKey, label: 'Who is quoted in the last one' },
] as const

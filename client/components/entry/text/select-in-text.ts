import type { Suggestion } from '#contract/captures.ts'

export type Span = { readonly start: number; readonly end: number }

/** A selection without the white space at its ends; null where nothing is left. */
export const trimmed = (text: string, { start, end }: Span): Span | null => {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}

const ends = /[.!?…]["'”’»)\]]*(?=\s|$)|\n/gu

/** The sentence around a selection; where it is a sentence already, the one with its neighbour after it. */
export const widened = (text: string, { start, end }: Span): Span => {
  const breaks = Array.from(text.matchAll(ends), (match) => match.index + match[0].length)
  const before = breaks.findLast((place) => place <= start) ?? 0
  const after = breaks.find((place) => place >= end && place > start) ?? text.length
  const sentence = trimmed(text, { start: before, end: after }) ?? { start, end }
  if (sentence.start < start || sentence.end > end) return sentence
  // A line may end right after its sentence: what follows has to hold words.
  const longer = [...breaks.filter((place) => place > after), text.length].map((place) => trimmed(text, { start: before, end: place }))
  return longer.find((span) => span !== null && span.end > sentence.end) ?? sentence
}

/** The suggestion after (or before) a place, going round at the end; null where there is none. */
export const neighbouring = (suggestions: readonly Suggestion[], { start, end }: Span, step: 1 | -1): Suggestion | null =>
  (step === 1
    ? (suggestions.find((item) => item.start >= end || (item.start >= start && item.end > end)) ?? suggestions[0])
    : (suggestions.findLast((item) => item.end <= start) ?? suggestions.at(-1))) ?? null

/** A text cut where suggestions begin and end: what is marked, and what is not. Overlapping ones are marked as one. */
export const markedParts = (text: string, suggestions: readonly Suggestion[]): { readonly start: number; readonly text: string; readonly marked: boolean }[] => {
  const parts: { start: number; text: string; marked: boolean }[] = []
  let at = 0
  for (const { start, end } of suggestions) {
    if (end <= at) continue
    const from = Math.max(at, start)
    if (from > at) parts.push({ start: at, text: text.slice(at, from), marked: false })
    parts.push({ start: from, text: text.slice(from, end), marked: true })
    at = end
  }
  if (at < text.length) parts.push({ start: at, text: text.slice(at), marked: false })
  return parts
}

import type { MarkedText } from '#contract/search.ts'

/** A stretch of a text: from one offset to before another. */
export type Span = { readonly from: number; readonly to: number }

/** Letters shown before the first mark, and in all. */
const before = 60
const longest = 240

/** Where to begin and to end showing a long text: around its first mark, at ends of words. */
const windowOf = (text: string, first: Span | undefined): Span => {
  if (text.length <= longest) return { from: 0, to: text.length }
  const near = Math.max(0, Math.min((first?.from ?? 0) - before, text.length - longest))
  const space = text.indexOf(' ', near)
  const from = near === 0 || space === -1 || space > (first?.from ?? 0) ? near : space + 1
  const end = text.lastIndexOf(' ', from + longest)
  return { from, to: from + longest >= text.length ? text.length : end > (first?.to ?? from) ? end : from + longest }
}

/**
 * The text in parts, the spans marked; they come in order and do not overlap. A long text is cut
 * to about 240 letters around its first mark, with … where it was cut.
 */
export const markText = (text: string, spans: readonly Span[]): MarkedText => {
  const shown = windowOf(text, spans[0])
  const parts: MarkedText = []
  const add = (from: number, to: number, marked: boolean): void => {
    if (from < to) parts.push({ text: text.slice(from, to), marked })
  }
  if (shown.from > 0) parts.push({ text: '… ', marked: false })
  let at = shown.from
  for (const span of spans) {
    if (span.from < at || span.to > shown.to) continue
    add(at, span.from, false)
    add(span.from, span.to, true)
    at = span.to
  }
  add(at, shown.to, false)
  if (shown.to < text.length) parts.push({ text: ' …', marked: false })
  return parts
}

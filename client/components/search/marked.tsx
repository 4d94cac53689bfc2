import type { Snippet } from '#contract/search.ts'

/** A text with the words that were looked for marked, in its own language. */
export const Marked = ({ snippet: { lang, parts } }: { snippet: Pick<Snippet, 'lang' | 'parts'> }) => (
  <span {...(lang === null || lang === 'und' ? {} : { lang })}>
    {placed(parts).map(({ start, text, marked }) =>
      marked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
    )}
  </span>
)

type Part = Snippet['parts'][number]

/** Each part with the letter it begins at: what tells it from the others. */
const placed = (parts: readonly Part[]): readonly (Part & { readonly start: number })[] => {
  let start = 0
  return parts.map((part) => {
    const here = start
    start += part.text.length
    return { ...part, start: here }
  })
}
